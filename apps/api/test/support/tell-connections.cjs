// Loaded before the product by `node --require`: says every way out that the process takes, whatever library takes it.
const { Socket: UdpSocket } = require('node:dgram');
const dns = require('node:dns');
const { Socket } = require('node:net');

const say = (what) => process.stderr.write(`WAY OUT ${what}\n`);

const { connect } = Socket.prototype;
Socket.prototype.connect = function tellingConnect(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  say(typeof options === 'object' ? (options.path ?? `${options.host}:${options.port}`) : `${args[1]}:${options}`);
  return connect.apply(this, args);
};

const { send } = UdpSocket.prototype;
UdpSocket.prototype.send = function tellingSend(...args) {
  say('by UDP');
  return send.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  say(`for the address of ${name}`);
  return lookup(name, ...rest);
};
