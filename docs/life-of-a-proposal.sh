#!/usr/bin/env bash
# The life of a city's proposal, by curl alone: from a draft to what is in force.
#
# Three people take part, each with a token of their own (tiaoli user token LOGIN --name …):
#
#   TIAOLI_SERVER   where the workbench is served, such as http://127.0.0.1:3070
#   PROPOSER        token of the city's proposer, who may vary what the province leaves to the city
#   REVIEWER        token of a reviewer of the province, who decides
#   PUBLISHER       token of the city's publisher
#   DOCUMENT        标识 of the city's document, such as city.rules
#   DAY             from which day on the new text holds, YYYY-MM-DD
#   CLAUSE          the clause that is talked about, such as 「比例」
#   CHANGE          what the city proposes, for sed: s/55%/62%/
#   SUGGESTION      what the reviewer suggests instead, for sed: s/62%/58%/
#
# Every line on standard output is a step that is done. What cannot be done ends the script with the server's own words.
set -euo pipefail
: "${TIAOLI_SERVER:?}" "${PROPOSER:?}" "${REVIEWER:?}" "${PUBLISHER:?}"
: "${DOCUMENT:?}" "${DAY:?}" "${CLAUSE:?}" "${CHANGE:?}" "${SUGGESTION:?}"

# call TOKEN METHOD ADDRESS [BODY] [HEADER]: prints the answer. Token and body are read from files, so that no list of processes
# shows them.
call() {
  local answer
  local arguments=(--silent --show-error --fail-with-body --request "$2")
  if [ -n "${4:-}" ]; then arguments+=(--header 'Content-Type: application/json' --data-binary @-); fi
  if [ -n "${5:-}" ]; then arguments+=(--header "$5"); fi
  answer=$(printf '%s' "${4:-}" | curl "${arguments[@]}" --header @<(printf 'Authorization: Bearer %s\n' "$1") \
    "$TIAOLI_SERVER/api/v1$3" && printf .) || {
    printf '%s\n' "$answer" >&2
    return 1
  }
  printf '%s' "${answer%.}"
}

# field NAME: the first text or number of that name in the JSON on standard input.
field() { grep -oE "\"$1\":(\"[^\"]*\"|[0-9]+)" | head -n 1 | sed -E 's/^"[^"]*":"?([^"]*)"?$/\1/'; }

# quoted TEXT: the text as JSON.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\t'/\\t}
  text=${text//$'\r'/\\r}
  printf '"%s"' "${text//$'\n'/\\n}"
}

# check PROPOSAL: has the gate run as a job, waits until it is over, and prints the id of what it found.
check() {
  local job
  job=$(call "$REVIEWER" POST "/proposals/$1/check-jobs")
  until [ "$(field state <<<"$job")" = done ]; do
    case $(field state <<<"$job") in failed | cancelled)
      printf '%s\n' "$job" >&2
      return 1
      ;;
    esac
    sleep 1
    job=$(call "$REVIEWER" GET "/jobs/$(field id <<<"$job")")
  done
  field checkId <<<"$job"
}

say() { printf '%s\n' "$1"; }

# What is in force on that day, and its text to the byte.
document=$(call "$PROPOSER" GET /documents | grep -oE '\{[^{}]*\}' | grep -F "\"code\":\"$DOCUMENT\"" || true)
[ -n "$document" ] || { echo "没有「$DOCUMENT」这份文件。 There is no document $DOCUMENT." >&2; exit 1; }
document_id=$(field id <<<"$document")
place_id=$(field jurisdictionId <<<"$document")
base=$(call "$PROPOSER" GET "/documents/$document_id/in-force?on=$DAY")
base_id=$(field id <<<"$base")
# The dot keeps line breaks at the end, which $(…) would take off.
text=$(call "$PROPOSER" GET "/versions/$base_id/source" && printf .)
say "现行版本 $base_id"

# The draft, begun with the text in force; then saved with the change, from the revision that If-Match names.
draft=$(call "$PROPOSER" POST /drafts "{\"jurisdictionId\":\"$place_id\",\"documentId\":\"$document_id\",\"title\":\"调整\",\
\"path\":$(quoted "$(field path <<<"$base")"),\"baseVersionId\":\"$base_id\",\"text\":$(quoted "${text%.}")}")
draft_id=$(field id <<<"$draft")
say "草稿 $draft_id"
changed=$(printf '%s' "${text%.}" | sed -E "$CHANGE" && printf .)
saved=$(call "$PROPOSER" PUT "/drafts/$draft_id" "{\"text\":$(quoted "${changed%.}")}" 'If-Match: "1"')
say "已保存，第 $(field revision <<<"$saved") 稿"

# Laid before the office that decides, and taken up there.
reason="{\"effectiveFrom\":\"$DAY\",\"reason\":\"基金有结余\"}"
proposal=$(call "$PROPOSER" POST "/drafts/$draft_id/propose" "$reason" 'If-Match: "2"')
proposal_id=$(field id <<<"$proposal")
say "已提交 $proposal_id"
call "$REVIEWER" POST "/proposals/$proposal_id/begin-review" >/dev/null
check_id=$(check "$proposal_id")
say "已检查 $check_id"

# The reviewer says something about the clause, and suggests another text for it.
round=$(call "$REVIEWER" GET "/proposals/$proposal_id/rounds/1")
key="$CLAUSE 1"
# As it stands in the JSON, with its escapes: it goes back in the same form.
original=$(sed -nE "s/.*\"key\":\"$key\",\"clause\":\"[^\"]*\",\"text\":\"(([^\"\\\\]|\\\\.)*)\".*/\1/p" <<<"$round")
[ -n "$original" ] || { echo "没有「$CLAUSE」这一条。 There is no clause $CLAUSE." >&2; exit 1; }
thread=$(call "$REVIEWER" POST "/proposals/$proposal_id/threads" "{\"round\":1,\"clause\":\"$key\",\"text\":\"偏高，请考虑\"}")
thread_id=$(field id <<<"$thread")
replacement=$(sed -E "$SUGGESTION" <<<"$original")
suggested=$(call "$REVIEWER" POST "/threads/$thread_id/suggestions" "{\"original\":\"$original\",\"replacement\":\"$replacement\"}")
suggestion_id=$(grep -oE '"suggestions":\[.*' <<<"$suggested" | field id)
say "意见 $thread_id，建议 $suggestion_id"

# The city takes it over, answers, and lays the next round before the office.
applied=$(call "$PROPOSER" POST "/threads/$thread_id/suggestions/$suggestion_id/apply")
revision=$(field revision <<<"$applied")
call "$PROPOSER" POST "/threads/$thread_id/comments" '{"text":"已采纳"}' >/dev/null
again=$(call "$PROPOSER" POST "/drafts/$draft_id/propose" "$reason" "If-Match: \"$revision\"")
say "已采纳并再次提交，第 $(field round <<<"$again") 轮"

# Checked again, the thread resolved, approved: what the check found, and nothing else.
call "$REVIEWER" POST "/proposals/$proposal_id/begin-review" >/dev/null
check_id=$(check "$proposal_id")
call "$REVIEWER" POST "/threads/$thread_id/resolve" >/dev/null
call "$REVIEWER" POST "/proposals/$proposal_id/approve" "{\"checkId\":\"$check_id\"}" >/dev/null
say "已批准"

# Published, and in force on its first day.
version=$(call "$PUBLISHER" POST "/proposals/$proposal_id/publish" "{\"round\":$(field round <<<"$again")}")
in_force=$(call "$PUBLISHER" GET "/documents/$document_id/in-force?on=$DAY")
[ "$(field id <<<"$in_force")" = "$(field id <<<"$version")" ]
say "已发布并施行 $(field hash <<<"$version")"
