#include "core/report/failures_csv.hpp"

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

std::string failure_row(const service::Failure& failure, Instant start) {
    return fmt::format("{},{},{},{},{},{}\n", to_text(start + failure.at), name_of(failure.kind),
                       failure.number, failure.from_backfill ? "backfill" : "live", failure.attempts,
                       failure.bytes.count());
}

}  // namespace firn::report
