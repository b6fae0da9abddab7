"""What is particular to WebDAV and S3: TLS, passwords, folders that are missing."""

import datetime as dt
import ipaddress
import ssl
import threading

import pytest

from jamsos_desktop.domain.destination import S3Place, WebDavPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.pieces import try_out
from jamsos_desktop.transports.place import open_place
from tests import servers


def code_of(destination):
    with pytest.raises(UserError) as refused:
        try_out(open_place(destination), "coba")
    assert servers.PASSWORD not in str(refused.value)
    return refused.value.code


def test_webdav_says_what_is_wrong(tmp_path):
    with servers.webdav_server(tmp_path) as port:
        url = f"http://127.0.0.1:{port}"
        good = {"user": servers.USER, "password": servers.PASSWORD}
        try_out(open_place(WebDavPlace(url=url, **good)), "coba")
        assert not list(tmp_path.iterdir())
        assert code_of(WebDavPlace(url=url, user="x", password="salah")) == "place_refused"
        assert code_of(WebDavPlace(url=f"{url}/tidak-ada", **good)) == "place_no_folder"
        (tmp_path / "kirim").mkdir()
        try_out(open_place(WebDavPlace(url=f"{url}/kirim/", **good)), "coba")
        assert code_of(WebDavPlace(url=f"https://127.0.0.1:{port}")) == "place_unreachable"
    assert code_of(WebDavPlace(url=url, **good)) == "place_unreachable"
    assert code_of(WebDavPlace(url="https://tidak-ada.invalid/x")) == "place_unreachable"


def test_nothing_crosses_in_the_clear():
    assert code_of(WebDavPlace(url="http://contoh.id/x", user="u")) == "place_not_encrypted"
    assert code_of(S3Place(endpoint="http://contoh.id", bucket="b")) == "place_not_encrypted"


def test_s3_says_what_is_wrong(tmp_path):
    with servers.s3_server(tmp_path) as (port, key, secret):
        good = {
            "endpoint": f"http://127.0.0.1:{port}",
            "bucket": "jamsos",
            "access_key": key,
            "secret_key": secret,
        }
        try_out(open_place(S3Place(**good)), "coba")
        assert code_of(S3Place(**good | {"secret_key": "salah"})) == "place_refused"
        assert code_of(S3Place(**good | {"access_key": "salah"})) == "place_refused"
        assert code_of(S3Place(**good | {"bucket": "tidak-ada"})) == "place_no_folder"


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    listener = _tls_server(tmp_path)
    try:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/x"
        assert code_of(WebDavPlace(url=url, user="u", password="p")) == "place_certificate"
    finally:
        listener.close()


def _tls_server(folder):
    """A server that signed its certificate itself; it shakes hands and says nothing."""
    import socket

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                plain, _who = listener.accept()
            except OSError:
                return
            try:
                context.wrap_socket(plain, server_side=True).close()
            except OSError:
                plain.close()

    threading.Thread(target=serve, daemon=True).start()
    return listener
