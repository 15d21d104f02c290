#include "core/io/byte_stream.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/inventory.hpp"
#include "core/io/inventory_row.hpp"
#include "core/io/key_text.hpp"
#include "core/io/line_blocks.hpp"
#include "core/io/md5.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/trace_reader.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

using workload::TraceBlock;

Diagnostics wrong_checksum(const Inventory::Part& part, const std::string& found) {
    return failure({.code = "inventory-part-checksum",
                    .where = {.file = part.path},
                    .what = fmt::format("the checksum of the inventory's file is {}", found),
                    .expected = fmt::format("{}, as the manifest says", firn::quoted(part.md5)),
                    .remedy = "the file is damaged or of another inventory: get it again"});
}

/// The rows of one file of an inventory after the other.
class InventoryStream {
  public:
    InventoryStream(Inventory inventory, std::shared_ptr<InventoryTally> tally,
                    const workload::FileColumns& columns)
        : inventory_{std::move(inventory)}, tally_{std::move(tally)}, columns_{columns} {}

    /// As a TraceSource: a block is what one read of the file gives.
    Result<bool> read(TraceBlock& block) {
        block.clear();
        while (block.rows() == 0) {
            if (!lines_ && next_part_ == inventory_.parts.size()) return false;
            const Result<bool> done = lines_ ? read_lines(block) : open_part();
            if (!done) return done.error();
        }
        return true;
    }

  private:
    [[nodiscard]] const Inventory::Part& part() const { return inventory_.parts[next_part_ - 1]; }

    Result<bool> open_part() {
        ++next_part_;
        checksum_ = std::make_shared<Md5>();
        Result<ByteStream> bytes = ByteStream::open(
            part().path, [checksum = checksum_](std::span<const char> some) { checksum->add(some); });
        if (!bytes) return bytes.error();
        lines_.emplace(std::move(*bytes));
        return true;
    }

    Result<bool> read_lines(TraceBlock& block) {
        const Result<bool> more = lines_->next();
        if (!more) return bad_rows_and(more.error());
        if (!*more) return close_part();
        take_rows(lines_->text(), lines_->first_line(), block);
        if (bad_ > 0) block.clear();
        return true;
    }

    Result<bool> close_part() {
        const std::string found = checksum_->digest();
        if (!part().md5.empty() && part().md5 != found) return wrong_checksum(part(), found);
        if (bad_ > 0) return bad_rows_and({});
        lines_.reset();
        return true;
    }

    void take_rows(std::string_view text, std::size_t line_number, TraceBlock& block) {
        for (; !text.empty(); ++line_number) {
            const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
            const std::string_view line = without_line_end(text.substr(0, end));
            take(parse_inventory_row(inventory_.layout, line), line, line_number, block);
            text.remove_prefix(end);
        }
    }

    void take(const InventoryRow& row, std::string_view line, std::size_t line_number, TraceBlock& block) {
        switch (row.kind) {
            case InventoryRowKind::current:
                block.times.push_back(row.time);
                block.sizes.push_back(row.size);
                if (columns_.any()) append_key_of(row, block);
                return;
            case InventoryRowKind::old_version:
                ++tally_->old_versions;
                return;
            case InventoryRowKind::delete_marker:
                ++tally_->delete_markers;
                return;
            case InventoryRowKind::blank:
                return;
            case InventoryRowKind::fields_wrong:
            case InventoryRowKind::quote_not_closed:
            case InventoryRowKind::flag_not_readable:
            case InventoryRowKind::time_not_readable:
            case InventoryRowKind::size_not_readable:
                keep_bad(row, line, line_number);
                return;
        }
    }

    void append_key_of(const InventoryRow& row, TraceBlock& block) {
        const std::string_view key = key_text(TraceFormat::s3_inventory, row.key, key_room_);
        append_key(block, workload::file_key(key, columns_), columns_);
    }

    void keep_bad(const InventoryRow& row, std::string_view line, std::size_t line_number) {
        if (++bad_ > kShownBadRows) return;
        Diagnostic fault = wording_of(row, inventory_.layout);
        fault.where = {.file = part().path, .line = line_number};
        show_part(fault, line, row.fault);
        shown_.push_back(std::move(fault));
    }

    [[nodiscard]] Diagnostics bad_rows_and(Diagnostics more) const {
        Diagnostics all = shown_;
        if (bad_ > kShownBadRows) {
            all.push_back({.code = "more-bad-rows",
                           .severity = Severity::note,
                           .where = {.file = part().path},
                           .what = fmt::format("and {} more bad rows", bad_ - kShownBadRows)});
        }
        append(all, std::move(more));
        return all;
    }

    Inventory inventory_;
    std::shared_ptr<InventoryTally> tally_;
    workload::FileColumns columns_;
    std::string key_room_;
    std::size_t next_part_ = 0;
    std::optional<LineBlocks> lines_;
    std::shared_ptr<Md5> checksum_;
    Diagnostics shown_;
    std::size_t bad_ = 0;
};

}  // namespace

workload::TraceSource inventory_rows(Inventory inventory, std::shared_ptr<InventoryTally> tally,
                                     const workload::FileColumns& columns) {
    return [stream = std::make_shared<InventoryStream>(std::move(inventory), std::move(tally), columns)](
               TraceBlock& block) { return stream->read(block); };
}

}  // namespace firn::io
