"""Real servers on loopback for the tests of uploading, and a line that can be cut.

Each is started by the test that wants it, on a free port with its own keys, and ends with it.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
SFTP_SERVER = next(
    (
        path
        for path in ("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")
        if os.path.exists(path)
    ),
    None,
)
USER, PASSWORD = "kantor", "sandi-rekaan-ä"


def free_port():
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port):
    """Until somebody listens there."""
    limit = time.monotonic() + 20
    while time.monotonic() < limit:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        threading.Event().wait(0.02)
    raise AssertionError(f"nobody listens on {port}")


class Line:
    """A TCP line to a server that breaks after so many bytes in either direction."""

    def __init__(self, port):
        self.target = port
        self.left = None  # bytes until it breaks; None: never
        self.passed = 0
        self._open = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, count):
        """Break every connection once ``count`` more bytes have passed, and let none through."""
        with self._lock:
            self.left = count

    def mend(self):
        """The network is back."""
        with self._lock:
            self.left = None

    def close(self):
        """End with every connection."""
        _break(self._listener, *self._open)  # a listener that is only closed is waited for

    def _accept(self):
        while True:
            try:
                one, _who = self._listener.accept()
            except OSError:
                return
            if self.left is not None and self.left <= 0:
                one.close()
                continue
            other = socket.create_connection(("127.0.0.1", self.target))
            self._open += [one, other]
            for source, sink in ((one, other), (other, one)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(16_384):
                with self._lock:
                    self.passed += len(data)
                    cut = self.left is not None and self.left <= len(data)
                    if self.left is not None:
                        data = data[: max(self.left, 0)]
                        self.left -= len(data)
                sink.sendall(data)
                if cut:
                    _break(source, sink)
                    return
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


def _break(*ends):
    for one in ends:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()


@contextlib.contextmanager
def webdav_server(folder):
    """WsgiDAV over cheroot, with Basic authentication, serving ``folder``; gives its port."""
    from cheroot.wsgi import Server
    from wsgidav.fs_dav_provider import FilesystemProvider
    from wsgidav.wsgidav_app import WsgiDAVApp

    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": FilesystemProvider(str(folder))},
            "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
            "http_authenticator": {
                "accept_basic": True,
                "accept_digest": False,
                "default_to_digest": False,
            },
            "verbose": 0,
            "logging": {"enable": False},
        }
    )
    server = Server(("127.0.0.1", 0), app)
    server.error_log = lambda *_args, **_options: None  # a cut line is no news here
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server.bind_addr[1]
    finally:
        server.stop()
        thread.join(10)


@contextlib.contextmanager
def sftp_server(work, folder):
    """OpenSSH with a host key of its own, for the user who runs the tests; port and client key.

    It takes keys alone: checking a password would need the system's accounts.
    """
    for name in ("host", "client"):
        key = work / name
        if not key.exists():
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True
            )
    (work / "allowed").write_text((work / "client.pub").read_text())
    (work / "allowed").chmod(0o600)
    port = free_port()
    config = work / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {work / 'host'}\n"
        f"PidFile none\nAuthorizedKeysFile {work / 'allowed'}\nStrictModes no\nUsePAM no\n"
        "PermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
        f"Subsystem sftp {SFTP_SERVER} -d {folder}\n"
    )
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    log = (work / "sshd.log").open("ab")
    server = subprocess.Popen([SSHD, "-D", "-e", "-f", str(config)], stdout=log, stderr=log)
    try:
        wait_for(port)
        yield port, (work / "client").read_text()
    finally:
        server.terminate()
        server.wait(10)
        log.close()


@contextlib.contextmanager
def s3_server(work):
    """Moto as a process of its own, which checks every signature; port, key and secret."""
    port = free_port()
    log = (work / "moto.log").open("ab")
    environment = os.environ | {"INITIAL_NO_AUTH_ACTION_COUNT": "3"}
    command = "from moto.server import main; import sys; main(sys.argv[1:])"
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", command, "-H", "127.0.0.1", "-p", str(port)],
        env=environment,
        stdout=log,
        stderr=log,
    )
    try:
        wait_for(port)
        yield (port, *_s3_user(port))
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def _s3_user(port):
    """A user who may use S3; made in the three calls that moto answers without asking who."""
    import boto3

    where = {
        "endpoint_url": f"http://127.0.0.1:{port}",
        "region_name": "us-east-1",
        "aws_access_key_id": "first",
        "aws_secret_access_key": "first",
    }
    iam = boto3.client("iam", **where)
    iam.create_user(UserName=USER)
    policy = (
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
    )
    iam.put_user_policy(UserName=USER, PolicyName="s3", PolicyDocument=policy)
    key = iam.create_access_key(UserName=USER)["AccessKey"]
    where |= {
        "aws_access_key_id": key["AccessKeyId"],
        "aws_secret_access_key": key["SecretAccessKey"],
    }
    boto3.client("s3", **where).create_bucket(Bucket="jamsos")
    return key["AccessKeyId"], key["SecretAccessKey"]
