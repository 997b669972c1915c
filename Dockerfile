# ci-anon with the PostgreSQL server that it restores into. `docker build .`, or ./eng/image.
#
# Starts as root, as GitHub demands of actions; the server runs as postgres. Needs no network, no writable root and few capabilities:
#   docker run --rm --network none --read-only --tmpfs /tmp --security-opt no-new-privileges --cap-drop ALL \
#     --cap-add CHOWN --cap-add DAC_OVERRIDE --cap-add KILL --cap-add SETGID --cap-add SETUID \
#     -v "$PWD:/work" ci-anon anonymize prod.dump --output anon.dump
# CHOWN hands the sandbox to postgres and results to the folder's owner, DAC_OVERRIDE lets root work in folders of both,
# SETUID and SETGID let the server become postgres, KILL stops it.

ARG DEBIAN=trixie
ARG DOTNET=10.0

FROM debian:${DEBIAN}-slim AS postgres
ARG POSTGRES_MAJOR=17
# Collations of the operating system that dumps may name, besides C and ICU's.
ARG LOCALES="en_US.UTF-8"
# age and gpg encrypt what is published, where that is asked for. Post-quantum and tag recipients need age 1.3, which Debian has from
# forky on; it needs no more than a libc that older suites have, and nothing else comes from there.
ARG AGE_SUITE=forky
# Compilers of queries (jit is off in the sandbox), what git needs to speak to others, age's makers of keys (age itself knows every recipient
# of its own), tables of letters that only Perl scripts would look up, and documentation stay out:
# dpkg still lists the packages, so scanners and the bill of materials see them.
RUN printf 'path-exclude=%s\n' \
        '/usr/lib/*/libLLVM*' '/usr/lib/llvm-*' '/usr/lib/*/libz3*' '/usr/lib/postgresql/*/lib/llvmjit*' '/usr/lib/postgresql/*/lib/bitcode/*' \
        '/usr/lib/git-core/*' '/usr/bin/age-*' '/usr/share/doc/*' '/usr/share/man/*' '/usr/share/locale/*' \
        >/etc/dpkg/dpkg.cfg.d/ci-anon \
 && printf 'path-include=%s\n' '/usr/share/doc/*/copyright' >>/etc/dpkg/dpkg.cfg.d/ci-anon \
 && mkdir -p /etc/postgresql-common \
 && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf \
 && export DEBIAN_FRONTEND=noninteractive \
 && mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1) \
 && echo "deb $mirror $AGE_SUITE main" >/etc/apt/sources.list.d/age.list \
 && printf 'Package: %s\nPin: release n=%s\nPin-Priority: %s\n\n' '*' "$AGE_SUITE" -1 age "$AGE_SUITE" 990 >/etc/apt/preferences.d/age \
 && apt-get update \
 # Majors that Debian does not carry come from the PostgreSQL project, by the key and script that Debian ships.
 && if ! apt-cache show "postgresql-$POSTGRES_MAJOR" >/dev/null 2>&1; then \
        apt-get install -y --no-install-recommends postgresql-common ca-certificates \
     && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y; \
    fi \
 && apt-get install -y --no-install-recommends "postgresql-$POSTGRES_MAJOR" git locales age gpg \
 && dpkg --compare-versions "$(age --version | tr -d v)" ge 1.3 \
 && rm /etc/apt/sources.list.d/age.list /etc/apt/preferences.d/age \
 && for locale in $LOCALES; do localedef -i "${locale%.*}" -f "${locale#*.}" "$locale"; done \
 && rm -rf /usr/share/i18n /usr/share/perl/*/unicore /usr/share/perl/*/Unicode /usr/share/perl/*/CPAN* /usr/share/perl/*/ExtUtils /usr/share/perl/*/Module /var/lib/apt/lists/* /var/cache/apt/* /var/log/* /var/cache/debconf/*-old /etc/ssl/private/* \
 && "/usr/lib/postgresql/$POSTGRES_MAJOR/bin/postgres" --version

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true
WORKDIR /source
COPY . .
RUN dotnet publish src/CiAnon.Cli -c Release --use-current-runtime --self-contained -p:PublishReadyToRun=true -p:DebugType=none -p:RunAnalyzers=false -o /opt/ci-anon

FROM postgres AS sbom
COPY --from=build /opt/ci-anon/ci-anon.deps.json /
COPY eng/sbom /
ARG VERSION=0.0.0
ARG CREATED=1970-01-01T00:00:00Z
RUN dpkg-query --show --showformat '${Package}\t${Version}\t${Architecture}\t${Maintainer}\t${Homepage}\n' >/packages.tsv \
 && apt-get update && apt-get install -y --no-install-recommends jq \
 && distribution=$(. /etc/os-release && echo "$ID-$VERSION_ID") \
 && /sbom "$VERSION" "$CREATED" "$distribution" /packages.tsv /ci-anon.deps.json >/ci-anon.cdx.json

FROM postgres
ARG DEBIAN
ARG VERSION=0.0.0
ARG REVISION=
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=
COPY --from=build /opt/ci-anon /opt/ci-anon
COPY --from=sbom /ci-anon.cdx.json /usr/share/sbom/ci-anon.cdx.json
COPY LICENSE /usr/share/doc/ci-anon/copyright
RUN ln -s /opt/ci-anon/ci-anon /usr/local/bin/ci-anon && mkdir /work
# The cluster that sandboxes begin with: a run over an empty database keeps the one that it makes, and later runs are spared initdb.
RUN set -e; bin=$(echo /usr/lib/postgresql/*/bin); cd /tmp; mkdir -m 777 once; \
    su postgres -c "$bin/initdb -D /tmp/once/data --no-sync >/dev/null && $bin/pg_ctl -D /tmp/once/data -o '-k /tmp/once -c listen_addresses=' -w start >/dev/null \
      && $bin/pg_dump -h /tmp/once -Fc -f /tmp/once/empty.dump postgres && $bin/pg_ctl -D /tmp/once/data -m fast -w stop >/dev/null"; \
    echo 'version: 1' >once/ci-anon.yml; \
    XDG_CACHE_HOME=/usr/share ci-anon anonymize once/empty.dump --policy once/ci-anon.yml --output once/out.dump --progress none; \
    test -s /usr/share/ci-anon/clusters/*.cluster; chmod -R go+rX /usr/share/ci-anon; rm -r once
# No diagnostic socket in /tmp that could be used to look into the process.
ENV DOTNET_EnableDiagnostics=0
LABEL org.opencontainers.image.title="ci-anon" \
      org.opencontainers.image.description="Turns a PostgreSQL production dump into an anonymized dump, and proves that it did." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.created="$CREATED" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.base.name="docker.io/library/debian:$DEBIAN-slim"
WORKDIR /work
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/ci-anon/ci-anon"]
