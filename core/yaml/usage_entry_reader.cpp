#include "core/yaml/usage_entry_reader.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/contradiction.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::yaml {

namespace {

/// A count of 128 bits (byte-microseconds), without unit.
Expected<UInt128, QuantityError> parse_wide_count(std::string_view text) {
    auto amount = parse_amount(text);
    if (!amount) return std::move(amount).error();
    const Integer whole = floor_of(*amount);
    constexpr unsigned kBits = 128;
    if (Rational{whole} != *amount || (whole >> kBits) != 0) {
        return QuantityError{"number-not-whole",
                             fmt::format("\"{}\" is not a whole number below 2^128", text),
                             "a count as the simulator writes it", ""};
    }
    const Integer high = whole >> 64;
    const Integer low = whole - (high << 64);
    return UInt128{high.convert_to<std::uint64_t>()} << 64 | low.convert_to<std::uint64_t>();
}

/// Nothing was reported since: the entry can be used.
class Faultless {
  public:
    explicit Faultless(const Reading& reading) : reading_{reading}, before_{reading.diagnostics.size()} {}
    [[nodiscard]] bool still() const { return reading_.diagnostics.size() == before_; }

  private:
    const Reading& reading_;
    std::size_t before_;
};

template <class Entry>
std::optional<Entry> usable(Entry entry, MapReader& map, const Faultless& faultless) {
    map.finish();
    return faultless.still() ? std::optional{std::move(entry)} : std::nullopt;
}

void read_amount(MapReader& map, usage::Storage& storage) {
    if (!demand_one(map, {"average", "bytes", "byte_hours", "byte_microseconds"})) return;
    if (map.has("average")) {
        storage.amount = usage::AverageBytes{map.read("average", parse_byte_amount).value_or(0)};
    } else if (map.has("bytes")) {
        storage.amount = usage::BytesFor{map.read("bytes", parse_byte_amount).value_or(0),
                                         map.require("for", parse_duration).value_or(Duration{})};
    } else if (map.has("byte_hours")) {
        storage.amount = usage::ByteHours{map.read("byte_hours", parse_amount).value_or(0)};
    } else {
        storage.amount = ByteTime{map.read("byte_microseconds", parse_wide_count).value_or(0)};
    }
}

void read_archives(MapReader& map, usage::Storage& storage) {
    if (refuse_together(map, {"archives", "archive_size", "archive_microseconds"}) != 1) return;
    if (map.has("archives")) {
        storage.archives = usage::ArchiveCount{map.read("archives", parse_count).value_or(0)};
    } else if (map.has("archive_size")) {
        storage.archives = usage::ArchiveSize{map.read("archive_size", parse_byte_amount).value_or(1)};
    } else {
        storage.archives = usage::ArchiveTime{map.read("archive_microseconds", parse_wide_count).value_or(0)};
    }
}

/// `for` belongs to `bytes` alone.
void refuse_stray_duration(MapReader& map) {
    if (!map.has("for") || map.has("bytes")) return;
    map.reading().report(
        *map.find("for"),
        Diagnostic{.code = "entries-contradict",
                   .what = "\"for\" says how long \"bytes\" lay there, but there are no bytes",
                   .expected = "bytes with for, or an amount that holds for the whole month"});
}

usage::RetrievalTime read_time(MapReader& map) {
    const std::size_t given = refuse_together(map, {"at", "from"});
    if (given != 1) {
        if (map.has("hours") && given == 0) (void)map.demand("from");
        return {};
    }
    if (map.has("at")) {
        (void)refuse_together(map, {"at", "hours"});
        return usage::AtOnce{map.read("at", parse_instant).value_or(Instant{})};
    }
    return usage::OverHours{map.read("from", parse_instant).value_or(Instant{}),
                            map.require("hours", parse_count).value_or(1)};
}

std::optional<usage::ChargeType> charge_of(MapReader& map, const Node* node) {
    const auto text = node != nullptr ? scalar_text(*node, map.reading()) : std::nullopt;
    if (!text) return std::nullopt;
    const auto charge = usage::parse_charge_type(*text);
    if (charge) return charge;
    const auto names = usage::charge_type_names();
    const std::string closest = closest_to(*text, names);
    map.reading().report(
        *node, Diagnostic{.code = "charge-type-unknown",
                          .what = fmt::format("there is no charge \"{}\"", *text),
                          .expected = one_of(names),
                          .remedy = closest.empty() ? "" : fmt::format("did you mean \"{}\"?", closest)});
    return std::nullopt;
}

Expected<usage::DeletionCause, QuantityError> parse_cause(std::string_view text) {
    using usage::DeletionCause;
    for (const auto cause : {DeletionCause::deletion, DeletionCause::overwrite, DeletionCause::transition}) {
        if (usage::to_text(cause) == text) return cause;
    }
    return QuantityError{"cause-unknown", fmt::format("\"{}\" is not how an archive ends", text),
                         "delete, overwrite or transition", ""};
}

/// Free amounts of charges that count pieces have no unit; all others are bytes.
std::optional<Rational> read_free(MapReader& map, const usage::PriceOverride& stated) {
    const bool counts_pieces = !stated.kind.empty() || stated.charge == usage::ChargeType::requests ||
                               stated.charge == usage::ChargeType::retrieval_requests ||
                               stated.charge == usage::ChargeType::capacity;
    return counts_pieces ? map.read("free", parse_amount) : map.read("free", parse_byte_amount);
}

}  // namespace

std::optional<usage::Storage> read_storage(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "an entry of storage"};
    usage::Storage storage{.storage_class = map.require_text("class").value_or(""),
                           .where = reading.at(node.place)};
    read_amount(map, storage);
    read_archives(map, storage);
    refuse_stray_duration(map);
    return usable(std::move(storage), map, faultless);
}

std::optional<usage::Upload> read_upload(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "an entry of uploads"};
    usage::Upload upload{.storage_class = map.require_text("class").value_or(""),
                         .bytes = map.require("bytes", parse_bytes).value_or(Bytes{}),
                         .archives = map.require("archives", parse_count).value_or(0),
                         .part_size = map.read("part_size", parse_bytes),
                         .where = reading.at(node.place)};
    return usable(std::move(upload), map, faultless);
}

std::optional<usage::Requests> read_requests(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "an entry of requests"};
    usage::Requests requests{.storage_class = map.require_text("class").value_or(""),
                             .kind = map.require_text("kind").value_or(""),
                             .tier = map.read_text("tier").value_or(""),
                             .count = map.require("count", parse_count).value_or(0),
                             .where = reading.at(node.place)};
    return usable(std::move(requests), map, faultless);
}

std::optional<usage::Retrieval> read_retrieval(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "a retrieval"};
    usage::Retrieval retrieval{.storage_class = map.require_text("class").value_or(""),
                               .tier = map.read_text("tier").value_or(""),
                               .time = read_time(map),
                               .bytes = map.require("bytes", parse_byte_amount).value_or(0),
                               .archives = map.read("archives", parse_count),
                               .copy_days = map.read("copy_days", parse_count),
                               .where = reading.at(node.place)};
    return usable(std::move(retrieval), map, faultless);
}

std::optional<usage::Copy> read_copy(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "a copy"};
    usage::Copy copy{.storage_class = map.require_text("class").value_or(""),
                     .bytes = map.require("bytes", parse_byte_amount).value_or(0),
                     .from = map.require("from", parse_instant).value_or(Instant{}),
                     .until = map.require("until", parse_instant).value_or(Instant{}),
                     .where = reading.at(node.place)};
    return usable(std::move(copy), map, faultless);
}

namespace {

/// `byte_microseconds` and `archive_microseconds` in place of `stored_for`.
void read_ages(MapReader& map, usage::Deletion& deletion) {
    if (!map.has("byte_microseconds") && !map.has("archive_microseconds")) {
        deletion.stored_for = map.require("stored_for", parse_duration).value_or(Duration{});
        return;
    }
    for (const char* sum : {"byte_microseconds", "archive_microseconds"})
        if (refuse_together(map, {"stored_for", sum}) > 1) return;
    const auto bytes = map.require("byte_microseconds", parse_wide_count);
    const auto archives = map.require("archive_microseconds", parse_wide_count);
    if (map.demand("archives") == nullptr || !bytes || !archives) return;
    deletion.summed = usage::SummedAges{ByteTime{*bytes}, *archives};
    deletion.stored_for = usage::mean_age(*deletion.summed, deletion.archives.value_or(0));
}

}  // namespace

std::optional<usage::Deletion> read_deletion(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "a deletion"};
    usage::Deletion deletion{.storage_class = map.require_text("class").value_or(""),
                             .bytes = map.require("bytes", parse_byte_amount).value_or(0),
                             .archives = map.read("archives", parse_count),
                             .at = map.read("at", parse_instant),
                             .cause = map.read("cause", parse_cause).value_or(usage::DeletionCause::deletion),
                             .where = reading.at(node.place)};
    read_ages(map, deletion);
    return usable(std::move(deletion), map, faultless);
}

std::optional<usage::Capacity> read_capacity(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "an entry of capacity"};
    usage::Capacity capacity{.bought = map.require("bought", parse_instant).value_or(Instant{}),
                             .units = map.require("units", parse_count).value_or(0),
                             .where = reading.at(node.place)};
    return usable(std::move(capacity), map, faultless);
}

std::optional<usage::Staging> read_staging(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "an entry of staging"};
    usage::Staging staging{.storage_class = map.require_text("class").value_or(""),
                           .bytes = map.require("bytes", parse_byte_amount).value_or(0),
                           .duration = map.require("for", parse_duration).value_or(Duration{}),
                           .where = reading.at(node.place)};
    return usable(std::move(staging), map, faultless);
}

std::optional<usage::Metered> read_metered(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "a metered quantity"};
    usage::Metered metered{.charge = charge_of(map, map.demand("charge")).value_or(usage::ChargeType::other),
                           .storage_class = map.read_text("class").value_or(""),
                           .kind = map.read_text("kind").value_or(""),
                           .tier = map.read_text("tier").value_or(""),
                           .quantity = map.require("quantity", parse_amount).value_or(0),
                           .where = reading.at(node.place)};
    return usable(std::move(metered), map, faultless);
}

std::optional<usage::PriceOverride> read_price_override(const Node& node, Reading& reading) {
    const Faultless faultless{reading};
    MapReader map{node, reading, "a price"};
    usage::PriceOverride stated{.charge = charge_of(map, map.find("charge")),
                                .storage_class = map.read_text("class").value_or(""),
                                .kind = map.read_text("kind").value_or(""),
                                .tier = map.read_text("tier").value_or(""),
                                .price = map.read("price", parse_unit_price),
                                .where = reading.at(node.place)};
    stated.free = read_free(map, stated);
    if (!map.has("charge") && !map.has("kind")) (void)map.demand("charge");
    if (!map.has("price") && !map.has("free")) (void)map.demand("price");
    return usable(std::move(stated), map, faultless);
}

}  // namespace firn::yaml
