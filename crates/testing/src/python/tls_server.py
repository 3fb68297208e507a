"""An HTTPS server on a free port of the loopback whose certificate nobody trusts but who is given the file of its issuer.

It answers every request as AWS STS answers GetCallerIdentity, prints the port once it serves, and ends with its standard
input. The folder for the issuer's certificate, ca.pem, is the variable FOLDER.
"""

import datetime
import ipaddress
import os
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CALLER = (
    "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>"
    "<Arn>arn:aws:iam::111122223333:user/taro</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>"
)


def name(common_name):
    company = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Example Corp")
    return x509.Name([company, x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def certificate(subject, key, issuer, issuer_key, extensions):
    today = datetime.datetime.now(datetime.timezone.utc)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(today - datetime.timedelta(days=1))
    builder = builder.not_valid_after(today + datetime.timedelta(days=1))
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        body = CALLER.encode()
        self.send_response(200)
        self.send_header("content-type", "text/xml")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A peer that trusts nobody is what this is for."""


def main():
    folder = os.environ["FOLDER"]
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name = name("Example Proxy CA")
    is_ca = (x509.BasicConstraints(ca=True, path_length=None), True)
    ca = certificate(ca_name, ca_key, ca_name, ca_key, [is_ca])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    leaf = certificate(name("127.0.0.1"), key, ca_name, ca_key, [(here, False)])
    with open(os.path.join(folder, "ca.pem"), "wb") as file:
        file.write(pem(ca))
    chain = os.path.join(folder, "server.pem")
    with open(chain, "wb") as file:
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file.write(key.private_bytes(*form) + pem(leaf))
    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


main()
