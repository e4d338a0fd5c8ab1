# syntax=docker/dockerfile:1
# A program whose own image holds nothing but the program, with a wget beside it for its health check and a /data that its user may write.
ARG BASE

FROM busybox:1.37.0-musl AS tools
RUN mkdir /data

FROM ${BASE}
COPY --from=tools /bin/busybox /usr/bin/wget
COPY --from=tools --chown=10001:10001 /data/ /data/
USER 10001
