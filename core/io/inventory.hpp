#pragma once

#include "core/diag/result.hpp"
#include "core/io/inventory_manifest.hpp"
#include "core/units/bytes.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace firn::io {

/// An S3 Inventory on this machine: `manifest.json`, and its files near by.
struct Inventory {
    /// A file of the inventory.
    struct Part {
        std::string path;
        std::string md5;  ///< "" when the manifest has none
    };

    std::string path;    ///< of the manifest
    std::string bucket;  ///< that is listed
    InventoryLayout layout;
    std::vector<Part> parts;
};

/// What became of the rows of an inventory. Complete when its rows have been read to their end.
struct InventoryTally {
    std::int64_t old_versions = 0;    ///< left out: not the latest of their keys
    std::int64_t delete_markers = 0;  ///< left out: their keys are gone
};

/// Whether the path is that of an inventory: a manifest, or a folder with a `manifest.json` in it.
[[nodiscard]] bool is_inventory(const std::string& path);

/// Reads the manifest and finds its files. A file with the key "lists/daily/data/a.csv.gz" is looked for as
/// a.csv.gz beside the manifest, in its folder `data` and in `data` beside its folder, then by the whole key
/// below each folder above the manifest: as `aws s3 sync` leaves them.
///
/// Errors: those of read_text_file() and parse_inventory_manifest(); `inventory-part-missing`,
/// `inventory-part-size` (another size than the manifest says).
[[nodiscard]] Result<Inventory> open_inventory(const std::string& path);

/// The objects of an inventory, in the order of its files: by keys, not by times. Old versions and delete
/// markers are left out and counted. Checksums are compared as the files are read. `columns` of keys are told
/// only where the inventory has them.
///
/// Errors, at the file: those of LineBlocks; `inventory-part-checksum`; `inventory-row-fields`,
/// `inventory-flag`, `quote-not-closed`, `time-not-readable`, `size-not-a-number` (the bad rows of a file,
/// the first twenty).
[[nodiscard]] workload::TraceSource inventory_rows(Inventory inventory, std::shared_ptr<InventoryTally> tally,
                                                   const workload::FileColumns& columns = {});

}  // namespace firn::io
