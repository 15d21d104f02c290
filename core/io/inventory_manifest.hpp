#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// A file of an inventory, as its manifest names it.
struct InventoryPart {
    /// In the bucket of the inventory: "lists/photos/daily/data/0aa1.csv.gz".
    std::string key;
    std::optional<Bytes> size;
    /// Of the file as it is, packed; 32 small hexadecimal digits, or "" when the manifest has none.
    std::string md5;
};

/// Which columns of an inventory hold what, counted from zero.
struct InventoryLayout {
    std::size_t columns = 0;
    std::size_t size = 0;
    std::size_t time = 0;
    std::optional<std::size_t> key{};
    /// Absent in an inventory of current versions only.
    std::optional<std::size_t> is_latest;
    std::optional<std::size_t> is_delete_marker;
};

/// The `manifest.json` of an S3 Inventory in CSV.
/// Source: "Amazon S3 Inventory" in the S3 User Guide (inventory manifest, inventory list).
struct InventoryManifest {
    std::string bucket;  ///< that is listed
    InventoryLayout layout;
    std::vector<InventoryPart> parts;
};

/// Whether text that begins so is such a manifest.
[[nodiscard]] bool begins_as_inventory_manifest(std::string_view text);

/// Reads a manifest; `path` is for diagnostics. Any bytes are safe. Errors: `manifest-malformed` (no JSON, a
/// field missing or of another kind), `inventory-format` (ORC or Parquet, with the command that converts a
/// part), `inventory-column-missing` (no Size or LastModifiedDate).
[[nodiscard]] Result<InventoryManifest> parse_inventory_manifest(const std::string& path,
                                                                 std::string_view text);

}  // namespace firn::io
