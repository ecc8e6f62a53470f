"""Ask the site on this machine whether it is ready; exit status 1 if not. For the container."""

import sys
from http.client import HTTPConnection


def main(port=8000):
    connection = HTTPConnection("127.0.0.1", port, timeout=4)
    connection.request("GET", "/health/ready")
    sys.exit(connection.getresponse().status != 200)


if __name__ == "__main__":
    main()
