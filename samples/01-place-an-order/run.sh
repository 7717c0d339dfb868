#!/usr/bin/env bash
# Places an order and follows it until it is delivered, with nothing but curl.
#   URL  where the node answers, default http://127.0.0.1:8080
#   RUN  part of the numbers of this run's documents; the same RUN again replays them
set -euo pipefail

URL=${URL:-http://127.0.0.1:8080}
RUN=${RUN:-$(date +%s)}
API=$URL/api/v1
ANSWER=$(mktemp)
trap 'rm -f "$ANSWER"' EXIT

fail() {
  echo "FAILED: $1" >&2
  cat "$ANSWER" >&2
  echo >&2
  exit 1
}

# call WHAT EXPECTED METHOD PATH [BODY]: EXPECTED is one status, or several joined by |
call() {
  local what=$1 expected=$2 method=$3 path=$4 body=${5-} status
  local arguments=(--silent --show-error --max-time 30 --output "$ANSWER" --write-out '%{http_code}' --request "$method")
  if [ -n "$body" ]; then
    arguments+=(--header 'Content-Type: application/json' --data "$body")
  fi
  status=$(curl "${arguments[@]}" "$API$path") || fail "$what: nothing answers at $URL"
  echo "$status  $method $path"
  echo "     $what"
  case "|$expected|" in
    *"|$status|"*) ;;
    *) fail "$what: expected $expected" ;;
  esac
}

# says TEXT: the last answer contains it
says() {
  grep --quiet --fixed-strings -- "$1" "$ANSWER" || fail "the answer does not say $1"
  echo "     it says $1"
}

ORDER=SAMPLE-$RUN
SHIPMENT=SAMPLE-$RUN-1

call 'A warehouse (200 when it is known already)' '201|200' PUT /warehouses/sample-rotterdam '{
  "name": "Rotterdam, sample", "latitude": 51.95, "longitude": 4.14, "country": "NL", "unlocode": "NLRTM",
  "region": "Europe", "timeZone": "Europe/Amsterdam" }'

call 'A product' '201|200' PUT /products/SAMPLE-LAMP '{
  "description": "Desk lamp, sample", "gtin": "4006381333931", "unitWeightKg": 1.4 }'

call 'Ten of them arrive' '201|200' PUT "/receipts/SAMPLE-$RUN" '{
  "warehouse": "sample-rotterdam", "lines": [ { "sku": "SAMPLE-LAMP", "quantity": 10 } ] }'

NEW_ORDER='{
  "customer": "sample-customer", "shipTo": { "country": "DE", "latitude": 52.52, "longitude": 13.4 },
  "lines": [ { "line": 1, "sku": "SAMPLE-LAMP", "quantity": 4 } ] }'

call 'An order for four; the answer is its first allocation' '201|200' PUT "/orders/$ORDER" "$NEW_ORDER"
says '"warehouse":"sample-rotterdam"'
says '"rule":"onlyCandidate"'

call 'The same order again changes nothing' 200 PUT "/orders/$ORDER" "$NEW_ORDER"
says '"replayed":true'

call 'The order as it is now' 200 GET "/orders/$ORDER"
says '"promise":"'

call 'Release it: one shipment, under a number of ours' 200 POST "/orders/$ORDER/release" "{
  \"shipments\": [ { \"id\": \"$SHIPMENT\", \"lines\": [1], \"mode\": \"Truck\", \"carrier\": \"Sample Freight\" } ] }"
says "\"$SHIPMENT\""

call 'It leaves the warehouse' '201|200' PUT "/shipments/$SHIPMENT/milestones/1" '{ "kind": "dispatched" }'
call 'It arrives; one lamp is broken' '201|200' PUT "/shipments/$SHIPMENT/milestones/2" '{
  "kind": "delivered", "lines": [ { "line": 1, "delivered": 3, "damaged": 1 } ] }'
says '"status":"Delivered"'

call 'The order has heard of it' 200 GET "/orders/$ORDER"
says '"status":"Delivered"'

call 'Everything that happened to the order' 200 GET "/orders/$ORDER/history"
says 'order.placed'
says 'order.delivered'

echo "Done: order $ORDER is delivered."
