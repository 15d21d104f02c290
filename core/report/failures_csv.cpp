#include "core/report/failures_csv.hpp"

#include "core/service/file.hpp"

#include <fmt/format.h>

namespace firn::report {

namespace {

std::string_view name_of(service::Failure::Kind kind) {
    using Kind = service::Failure::Kind;
    switch (kind) {
        case Kind::fetch_attempt:
            return "fetch_attempt";
        case Kind::fetch_given_up:
            return "fetch_given_up";
        case Kind::vanished:
            return "vanished";
        case Kind::deleted:
            return "deleted";
        case Kind::upload_attempt:
            return "upload_attempt";
        case Kind::upload_given_up:
            return "upload_given_up";
    }
    return {};
}

}  // namespace

std::string failure_rows(const service::Failure& failure, Instant start) {
    const std::string at = to_text(start + failure.at);
    const char* from = failure.from_backfill ? "backfill" : "live";
    std::string rows = fmt::format("{},{},{},{},{},{}\n", at, name_of(failure.kind), failure.number, from,
                                   failure.attempts, failure.bytes.count());
    const std::uint64_t first = failure.from_backfill ? service::kFirstBackfillFile : 0;
    for (const std::uint64_t file : failure.files)
        rows += fmt::format("{},file_given_up,{},{},{},\n", at, file - first, from, failure.attempts);
    return rows;
}

}  // namespace firn::report
