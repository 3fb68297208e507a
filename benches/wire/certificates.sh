# An authority, and a certificate of these hosts by it, in the folder FOLDER: certificates.sh FOLDER HOST...
set -euo pipefail
cd "$1"
shift
names=$(printf ',DNS:%s' "$@")
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
openssl req -x509 "${key[@]}" -keyout ca.key -out ca.pem -days 2 -subj '/CN=An authority of this bench'
openssl req "${key[@]}" -keyout server.key -out server.csr -subj '/CN=AWS, as this bench has it'
printf 'subjectAltName=%s\nbasicConstraints=critical,CA:FALSE\n' "${names#,}" > server.ext
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext -out server.pem
