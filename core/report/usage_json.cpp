#include "core/report/usage_json.hpp"

#include "core/units/quantity_text.hpp"

#include <string>
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

/// Bytes as a usage file states them; a fraction is exact to sixty decimals.
std::string amount_text(const Rational& bytes) {
    constexpr unsigned kPlaces = 60;
    const auto whole = to_int64(bytes);
    return whole ? to_text(Bytes{*whole}) : format_decimal(bytes, kPlaces) + " B";
}

Json requests_json(const usage::Requests& requests) {
    Json json{{"class", requests.storage_class}, {"kind", requests.kind}, {"count", requests.count}};
    if (!requests.tier.empty()) json["tier"] = requests.tier;
    return json;
}

Json retrieval_json(const usage::Retrieval& retrieval) {
    Json json{{"class", retrieval.storage_class}};
    if (!retrieval.tier.empty()) json["tier"] = retrieval.tier;
    if (const auto* once = std::get_if<usage::AtOnce>(&retrieval.time)) json["at"] = to_text(once->instant);
    if (const auto* spread = std::get_if<usage::OverHours>(&retrieval.time)) {
        json["from"] = to_text(spread->from);
        json["hours"] = spread->hours;
    }
    json["bytes"] = amount_text(retrieval.bytes);
    if (retrieval.archives) json["archives"] = *retrieval.archives;
    if (retrieval.copy_days) json["copy_days"] = *retrieval.copy_days;
    return json;
}

Json copy_json(const usage::Copy& copy) {
    return {{"class", copy.storage_class},
            {"bytes", amount_text(copy.bytes)},
            {"from", to_text(copy.from)},
            {"until", to_text(copy.until)}};
}

Json deletion_json(const usage::Deletion& deletion) {
    Json json{{"class", deletion.storage_class}, {"bytes", amount_text(deletion.bytes)}};
    if (deletion.archives) json["archives"] = *deletion.archives;
    json["stored_for"] = to_text(deletion.stored_for);
    if (deletion.summed) {
        json["byte_microseconds"] = to_decimal(deletion.summed->bytes.byte_microseconds());
        json["archive_microseconds"] = to_decimal(deletion.summed->archive_microseconds);
    }
    if (deletion.at) json["at"] = to_text(*deletion.at);
    if (deletion.cause != usage::DeletionCause::deletion) json["cause"] = usage::to_text(deletion.cause);
    return json;
}

/// A list, left out when it is empty.
template <class Entries, class ToJson>
void put_list(Json& json, const char* key, const Entries& entries, ToJson to_json) {
    if (entries.empty()) return;
    json[key] = Json::array();
    for (const auto& entry : entries)
        json[key].push_back(to_json(entry));
}

}  // namespace

Json usage_json(const usage::Period& period) {
    Json json;
    json["month"] = to_text(period.month);
    json["storage"] = Json::array();
    for (const usage::Storage& storage : period.storage)
        json["storage"].push_back(storage_json(storage));
    json["requests"] = Json::array();
    for (const usage::Requests& requests : period.requests)
        json["requests"].push_back(requests_json(requests));
    put_list(json, "retrievals", period.retrievals, retrieval_json);
    put_list(json, "copies", period.copies, copy_json);
    put_list(json, "deletions", period.deletions, deletion_json);
    if (period.transfer_out) json["transfer_out"] = amount_text(period.transfer_out->bytes);
    return json;
}

}  // namespace firn::report
