import { DoctorReport } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../shared/lib/api-client';

/** Each look opens connections: one when the page opens, and one whenever somebody asks. */
export const doctorQuery = queryOptions({
  queryKey: ['admin', 'doctor'],
  staleTime: 0,
  refetchOnWindowFocus: false,
  queryFn: ({ signal }) => apiRequest({ method: 'GET', path: '/api/admin/doctor', response: DoctorReport, signal }),
});
