#include "core/io/json_listing.hpp"

#include "core/io/key_text.hpp"
#include "core/io/row_fields.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace firn::io {

using workload::kFilesPerBlock;
using workload::TraceBlock;

namespace {

/// Keys that the answers of S3 have beside their lists.
constexpr std::array<std::string_view, 12> kPageKeys{
    "RequestCharged", "Name",       "Prefix",           "MaxKeys",           "KeyCount", "Delimiter",
    "EncodingType",   "StartAfter", "ResponseMetadata", "ContinuationToken", "Marker",   "KeyMarker"};
constexpr std::array<std::string_view, 4> kTokensOfNextPage{"NextToken", "NextContinuationToken",
                                                            "NextMarker", "NextKeyMarker"};

template <class Names>
bool is_one_of(std::string_view key, const Names& names) {
    return std::find(names.begin(), names.end(), key) != names.end();
}

}  // namespace

struct JsonListing::Element {
    std::optional<TraceRow> time;
    std::optional<TraceRow> size;
    std::optional<workload::FileKey> key;
    bool is_folder = false;
    bool is_old = false;
    bool is_bad = false;
};

JsonListing::JsonListing(JsonScanner scanner, TraceFormat format, std::shared_ptr<ReadingTally> tally,
                         const workload::FileColumns& columns)
    : scanner_{std::move(scanner)},
      format_{format},
      columns_{columns},
      tally_{std::move(tally)},
      bad_{scanner_.path(), format} {}

Result<bool> JsonListing::read(TraceBlock& block) {
    block.clear();
    const Result<bool> taken = take_rows(block);
    if (!taken) {
        Diagnostics all = bad_.report();
        append(all, taken.error());
        return all;
    }
    if (bad_.any()) return bad_.report();
    return block.rows() > 0;
}

Result<bool> JsonListing::take_rows(TraceBlock& block) {
    while (!at_end_ && block.rows() < kFilesPerBlock) {
        const Result<JsonToken> token = scanner_.next();
        if (!token) return token.error();
        const Result<bool> taken = list_ == List::none ? take_outside(*token) : take_element(*token, block);
        if (!taken) return taken.error();
        if (bad_.any()) block.clear();
    }
    return true;
}

/// A token outside the lists.
Result<bool> JsonListing::take_outside(JsonToken token) {
    if (token == JsonToken::key) return take_page_key();
    if (token == JsonToken::end_object) {
        end_page();
    } else if (token == JsonToken::begin_array) {
        list_ = List::files;
    } else if (token == JsonToken::begin_object) {
        page_is_known_ = page_has_keys_ = goes_on_ = false;
    } else if (token == JsonToken::end) {
        at_end_ = true;
        if (goes_on_) tally_->count(Remark::listing_incomplete);
    } else if (scanner_.text() != "null") {
        add_bad(RowKind::row_not_readable);
    }
    return true;
}

Result<bool> JsonListing::take_page_key() {
    constexpr std::array<std::pair<std::string_view, List>, 4> kLists{
        {{"Contents", List::files},
         {"Versions", List::versions},
         {"DeleteMarkers", List::delete_markers},
         {"CommonPrefixes", List::prefixes}}};
    const std::string_view key = scanner_.text();
    page_has_keys_ = true;
    const auto* const list =
        std::find_if(kLists.begin(), kLists.end(), [key](const auto& entry) { return entry.first == key; });
    if (list != kLists.end()) {
        page_is_known_ = true;
        return open_list(list->second);
    }
    const bool tells_next = is_one_of(key, kTokensOfNextPage);
    const bool tells_end = key == "IsTruncated";
    page_is_known_ = page_is_known_ || tells_next || tells_end || is_one_of(key, kPageKeys);
    const Result<JsonToken> value = scanner_.next();
    if (!value) return value.error();
    if ((tells_next && *value == JsonToken::string) || (tells_end && scanner_.text() == "true"))
        goes_on_ = true;
    return scanner_.skip(*value);
}

Result<bool> JsonListing::open_list(List list) {
    const Result<JsonToken> value = scanner_.next();
    if (!value) return value.error();
    if (*value == JsonToken::begin_array) {
        list_ = list;
        return true;
    }
    if (scanner_.text() != "null") add_bad(RowKind::row_not_readable);
    return scanner_.skip(*value);
}

void JsonListing::end_page() {
    if (page_has_keys_ && !page_is_known_) add_bad(RowKind::row_not_readable);
}

/// A token within a list: the beginning of an object, or the end of the list.
Result<bool> JsonListing::take_element(JsonToken token, TraceBlock& block) {
    if (token == JsonToken::end_array) {
        list_ = List::none;
        return true;
    }
    if (token != JsonToken::begin_object) {
        add_bad(RowKind::row_not_readable);
        return scanner_.skip(token);
    }
    if (list_ == List::delete_markers || list_ == List::prefixes) {
        count(remarks_of(list_ == List::prefixes ? Remark::folder_prefix : Remark::delete_marker));
        return scanner_.skip(token);
    }
    Element element;
    const Result<bool> taken = take_fields(element);
    if (taken) finish(element, block);
    return taken;
}

Result<bool> JsonListing::take_fields(Element& element) {
    const bool is_s3 = format_ == TraceFormat::aws_s3api;
    const std::string_view time = is_s3 ? "LastModified" : "ModTime";
    const std::string_view key_name = is_s3 ? "Key" : "Path";
    for (;;) {
        Result<JsonToken> token = scanner_.next();
        if (!token || *token == JsonToken::end_object) return token ? Result<bool>{true} : token.error();
        const std::string_view key = scanner_.text();
        // The key is gone when its value is read.
        std::string_view field;
        if (columns_.any() && key == key_name) field = key_name;
        for (const std::string_view known :
             {time, std::string_view{"Size"}, std::string_view{"IsDir"}, std::string_view{"IsLatest"}}) {
            if (key == known) field = known;
        }
        token = scanner_.next();
        if (!token) return token.error();
        if (!field.empty()) take_field(field, *token, element);
        const Result<bool> skipped = scanner_.skip(*token);
        if (!skipped) return skipped;
    }
}

void JsonListing::take_field(std::string_view key, JsonToken token, Element& element) {
    TraceRow row;
    if (key == "IsDir") {
        element.is_folder = scanner_.text() == "true";
        return;
    }
    if (key == "IsLatest") {
        element.is_old = list_ == List::versions && scanner_.text() == "false";
        return;
    }
    if (key == "Key" || key == "Path") {
        if (token != JsonToken::string || scanner_.text().empty()) return;
        element.key = workload::file_key(key_text(format_, scanner_.text(), key_room_), columns_);
        return;
    }
    const bool is_size = key == "Size";
    const bool is_scalar = token == JsonToken::string || token == JsonToken::number;
    const std::string_view text = is_scalar ? scanner_.text() : scanner_.whole_token();
    if (is_size) {
        set_size_if_known(row, text);
        element.size = row;
    } else {
        set_time(row, text);
        element.time = row;
    }
    if (row.kind == RowKind::row || row.kind == RowKind::left_out) return;
    bad_.add(scanner_.place(), row);
    element.is_bad = true;
}

void JsonListing::finish(const Element& element, TraceBlock& block) {
    if (element.is_bad) return;
    if (element.is_folder) return count(remarks_of(Remark::folder));
    if (element.is_old) return count(remarks_of(Remark::old_version));
    if (!element.time || !element.size) return add_bad(RowKind::field_missing);
    const auto remarks = static_cast<Remarks>(element.time->remarks | element.size->remarks);
    if (remarks != 0) count(remarks);
    if (element.size->kind != RowKind::row) return;
    if (columns_.any() && !element.key) return add_bad(RowKind::key_missing);
    block.times.push_back(element.time->time);
    block.sizes.push_back(element.size->size);
    if (element.key) append_key(block, *element.key, columns_);
}

/// The token that was read last is not what it should be.
void JsonListing::add_bad(RowKind kind) { bad_.add(scanner_.place(), bad_row(kind, scanner_.whole_token())); }

void JsonListing::count(Remarks remarks) {
    const bool is_new = (remarks & ~tally_->made()) != 0;  // only the first place is kept, and it takes time
    tally_->count(remarks, is_new ? scanner_.place().line_number : 0);
}

}  // namespace firn::io
