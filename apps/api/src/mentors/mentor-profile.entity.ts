import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

@Entity({ name: 'mentor_profiles' })
export class MentorProfileEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ type: 'text', array: true })
  kinds!: string[];

  @Column({ type: 'text', array: true })
  topics!: string[];

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ type: 'text' })
  line!: string;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
