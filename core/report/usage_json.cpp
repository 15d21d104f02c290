#include "core/report/usage_json.hpp"

#include <variant>

namespace firn::report {

namespace {

Json storage_json(const usage::Storage& storage) {
    Json json;
    json["class"] = storage.storage_class;
    if (const auto* time = std::get_if<ByteTime>(&storage.amount)) {
        json["byte_microseconds"] = to_decimal(time->byte_microseconds());
    }
    if (const auto* archives = std::get_if<usage::ArchiveTime>(&storage.archives)) {
        json["archive_microseconds"] = to_decimal(archives->archive_microseconds);
    }
    return json;
}

}  // namespace

Json usage_json(const usage::Period& period) {
    Json json;
    json["month"] = to_text(period.month);
    json["storage"] = Json::array();
    for (const usage::Storage& storage : period.storage)
        json["storage"].push_back(storage_json(storage));
    json["requests"] = Json::array();
    for (const usage::Requests& requests : period.requests) {
        json["requests"].push_back(
            {{"class", requests.storage_class}, {"kind", requests.kind}, {"count", requests.count}});
    }
    return json;
}

}  // namespace firn::report
