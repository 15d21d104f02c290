#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/inventory_manifest.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <string_view>

namespace firn::io {

/// What a line of an inventory turned out to be.
enum class InventoryRowKind {
    current,        ///< an object, or the latest version of one
    old_version,    ///< not the latest
    delete_marker,  ///< says that the key is gone; has no bytes
    blank,
    fields_wrong,  ///< more or fewer than the manifest's schema has
    quote_not_closed,
    flag_not_readable,  ///< neither true nor false
    time_not_readable,
    size_not_readable,
};

/// A line of an inventory, read.
struct InventoryRow {
    InventoryRowKind kind = InventoryRowKind::current;
    Instant time{};          ///< of an object or an old version
    Bytes size{};            ///< of an object or an old version
    std::string_view key{};  ///< as it is written, with its %-codes
    /// The part of the line that makes it a bad row.
    std::string_view fault{};
};

/// A line (without its end) of a CSV file of an inventory:
///
///     "photos","ann/a%2Cb.jpg","true","false","25000","2013-03-05T07:30:15.000Z","STANDARD"
///
/// Whatever is in a key, quotes around a field and %-codes keep a row on its line.
[[nodiscard]] InventoryRow parse_inventory_row(const InventoryLayout& layout, std::string_view line);

/// What is wrong with a bad row: a diagnostic without its place.
[[nodiscard]] Diagnostic wording_of(const InventoryRow& row, const InventoryLayout& layout);

}  // namespace firn::io
