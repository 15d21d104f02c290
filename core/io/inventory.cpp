#include "core/io/inventory.hpp"

#include "core/io/file_handle.hpp"
#include "core/io/folder_scan.hpp"
#include "core/io/input_file.hpp"
#include "core/io/read_text_file.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

constexpr std::string_view kManifestName = "manifest.json";

std::optional<struct stat> status_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

bool is_file(const std::string& path) {
    const auto status = status_of(path);
    return status && S_ISREG(status->st_mode);
}

std::string manifest_in(const std::string& path) {
    return is_folder(path) ? path + "/" + std::string{kManifestName} : path;
}

/// With its last slash; "" for the working directory.
std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

std::string_view last_component(std::string_view key) { return key.substr(key.rfind('/') + 1); }

/// A key must not lead out of the folders in which it is looked for.
bool stays_below(std::string_view key) {
    const std::string framed = fmt::format("/{}/", key);
    return framed.find("/../") == std::string::npos && key.find('\0') == std::string_view::npos;
}

std::optional<std::string> find_part(const std::string& folder, std::string_view key) {
    key.remove_prefix(std::min(key.find_first_not_of('/'), key.size()));
    if (!stays_below(key)) return std::nullopt;
    // Where the whole key leads there is no other part of the same name.
    constexpr int kFoldersAbove = 16;
    std::string above = folder;
    for (int i = 0; i <= kFoldersAbove; ++i, above += "../") {
        std::string path = fmt::format("{}{}", above, key);
        if (is_file(path)) return path;
    }
    for (const std::string_view near : {"", "data/", "../data/", "../"}) {
        std::string path = fmt::format("{}{}{}", folder, near, last_component(key));
        if (is_file(path)) return path;
    }
    return std::nullopt;
}

Diagnostics part_missing(const std::string& manifest, const InventoryPart& part) {
    return failure({.code = "inventory-part-missing",
                    .where = {.file = manifest},
                    .what = fmt::format("the inventory's file {} is not here", firn::quoted(part.key)),
                    .expected =
                        "the file beside the manifest, in a folder data there or one folder up, or where its "
                        "key says",
                    .remedy = "get it from the bucket to which the inventory is delivered: aws s3 cp "
                              "s3://BUCKET/KEY ."});
}

Diagnostics part_size(const std::string& path, std::int64_t found, Bytes expected) {
    return failure({.code = "inventory-part-size",
                    .where = {.file = path},
                    .what = fmt::format("the inventory's file has {} bytes", found),
                    .expected = fmt::format("{} bytes, as the manifest says", expected.count()),
                    .remedy = "get the file again; a manifest and its files belong together"});
}

Result<Inventory::Part> locate(const std::string& manifest, const InventoryPart& part) {
    auto path = find_part(folder_of(manifest), part.key);
    if (!path) return part_missing(manifest, part);
    const auto status = status_of(*path);
    if (part.size && status && status->st_size != part.size->count())
        return part_size(*path, status->st_size, *part.size);
    return Inventory::Part{.path = std::move(*path), .md5 = part.md5};
}

/// The first bytes of a file that may be a manifest; nothing when there are none.
std::string beginning_of(const std::string& path) {
    constexpr std::size_t kBeginning = 4096;
    std::string text(kBeginning, '\0');
    Result<InputFile> file = InputFile::open(path);
    if (!file) return {};
    const Result<std::size_t> n = file->read(text);
    text.resize(n ? *n : 0);
    return text;
}

}  // namespace

bool is_inventory(const std::string& path) {
    // Many programs keep a manifest.json of their own: a folder with such a one is an ordinary folder.
    if (is_folder(path)) return begins_as_inventory_manifest(beginning_of(manifest_in(path)));
    if (!is_file(path)) return false;
    const std::string text = beginning_of(path);
    return begins_as_inventory_manifest(text) ||
           (last_component(path) == kManifestName && text.starts_with('{'));
}

Result<Inventory> open_inventory(const std::string& path) {
    Inventory inventory{.path = manifest_in(path), .bucket = {}, .layout = {}, .parts = {}};
    const Result<std::string> text = read_text_file(inventory.path);
    if (!text) return text.error();
    Result<InventoryManifest> manifest = parse_inventory_manifest(inventory.path, *text);
    if (!manifest) return manifest.error();
    inventory.bucket = std::move(manifest->bucket);
    inventory.layout = manifest->layout;
    constexpr std::size_t kShownFaults = 20;
    Diagnostics faults;
    for (const InventoryPart& part : manifest->parts) {
        Result<Inventory::Part> found = locate(inventory.path, part);
        if (found) {
            inventory.parts.push_back(std::move(*found));
        } else if (faults.size() < kShownFaults) {
            append(faults, found.error());
        }
    }
    if (!faults.empty()) return faults;
    return inventory;
}

}  // namespace firn::io
