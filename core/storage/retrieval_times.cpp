#include "core/storage/retrieval_times.hpp"

#include <algorithm>
#include <array>

namespace firn::storage {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::string_view kOptions =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html";
constexpr std::string_view kRead = "2026-11-28";

/// The usual tier of a class first. Deep archive: the vendor says "within 12 hours" and "within 48 hours";
/// its batches begin within 9 hours.
constexpr std::array<RetrievalTime, 10> kTimes{{
    {"glacier", "standard", hours{3}, hours{5}, false, kOptions, kRead},
    {"glacier", "expedited", minutes{1}, minutes{5}, false, kOptions, kRead},
    {"glacier", "bulk", hours{5}, hours{12}, false, kOptions, kRead},
    {"flexible", "standard", hours{3}, hours{5}, false, kOptions, kRead},
    {"flexible", "expedited", minutes{1}, minutes{5}, false, kOptions, kRead},
    {"flexible", "bulk", hours{5}, hours{12}, false, kOptions, kRead},
    {"deep_archive", "standard", hours{9}, hours{12}, true, kOptions, kRead},
    {"deep_archive", "bulk", hours{36}, hours{48}, true, kOptions, kRead},
    {"instant", "", milliseconds{10}, milliseconds{200}, true, kOptions, kRead},
    {"standard", "", milliseconds{10}, milliseconds{200}, true, kOptions, kRead},
}};

/// Before tiers there is only the usual one, without a name.
RetrievalTime without_tier(RetrievalTime time) {
    time.tier = {};
    return time;
}

}  // namespace

std::vector<RetrievalTime> retrieval_times(std::string_view storage_class, Instant instant) {
    std::vector<RetrievalTime> times;
    for (const RetrievalTime& time : kTimes) {
        if (time.storage_class == storage_class) times.push_back(time);
    }
    const bool had_none = storage_class == "glacier" || storage_class == "flexible";
    if (had_none && instant < kFirstTiers) return {without_tier(times.front())};
    return times;
}

std::vector<std::string_view> classes_with_retrieval_times() {
    std::vector<std::string_view> classes;
    for (const RetrievalTime& time : kTimes) {
        if (classes.empty() || classes.back() != time.storage_class) classes.push_back(time.storage_class);
    }
    return classes;
}

}  // namespace firn::storage
