#include "core/io/statement_reader.hpp"

#include "core/io/charge_rows.hpp"
#include "core/io/columnar_file.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/first_line.hpp"
#include "core/io/line_fingerprint.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/statement_layout.hpp"
#include "core/io/statement_matrix.hpp"
#include "core/statement/collector.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::io {

namespace {

using statement::Collector;
using statement::Statement;

/// What the headings of a statement's files say of all of it.
struct Traits {
    std::optional<StatementFormat> format{};
    bool has_quantities = false;
    bool has_usage_types = false;
    bool has_operations = false;
    bool has_invoices = false;
    std::string currency{};
};

/// What was read already.
struct Seen {
    std::map<std::uint64_t, std::string> files{};  ///< by the fingerprints of their lines
    RowsSeen rows{};
};

/// Calls `take(number, line)` for each line after the first that is not blank; what went wrong, if anything
/// did.
template <class Take>
Diagnostics for_each_line(FirstLine& first, Take take) {
    std::size_t number = first.number;
    std::string_view rest = first.blocks.text().substr(first.next);
    for (;;) {
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
            const std::string_view line = without_line_end(rest.substr(0, end));
            ++number;
            if (!trimmed(line).empty()) take(number, line);
            rest.remove_prefix(end);
        }
        const Result<bool> more = first.blocks.next();
        if (!more) return more.error();
        if (!*more) return {};
        rest = first.blocks.text();
    }
}

Diagnostics unknown_headings(const std::string& path, const FirstLine& first) {
    Diagnostic fault{.code = "statement-unknown",
                     .where = {.file = path, .line = first.number},
                     .what = "these headings are of no statement that Firn knows",
                     .expected =
                         "the first line of a cost and usage report (lineItem/UsageType or "
                         "line_item_usage_type, ...), of FOCUS (ChargeCategory, BilledCost, ...), of a "
                         "detailed billing report (RecordType, ...), of a table of Cost Explorer, or of a "
                         "list: usage_type,quantity,cost",
                     .remedy = "use the file as the vendor delivers it, or name the columns of a list so"};
    show_part(fault, first.line, first.line);
    return failure(std::move(fault));
}

Diagnostics no_rows(const std::string& path) {
    return failure({.code = "statement-empty",
                    .where = {.file = path},
                    .what = "there are no rows below the header",
                    .remedy = "check that this is the right file, and that it is whole"});
}

/// Reads one file into the collector.
class FileReading {
  public:
    FileReading(const std::string& path, const StatementOptions& options, Collector& collector,
                Traits& traits, Seen& seen)
        : path_{path}, options_{options}, collector_{collector}, traits_{traits}, seen_{seen} {}

    Diagnostics read(Diagnostics& notes) {
        Result<FirstLine> first = read_first_line(path_);
        if (!first) return why_not_text(first.error());
        if (const auto columnar = columnar_format_of(first->line)) return refuse_columnar(*columnar);
        const auto headings = csv_header(first->line, delimiter_of_header(first->line));
        const auto found = options_.format ? options_.format : recognise_statement(headings);
        if (!found) return unknown_headings(path_, *first);
        if (traits_.format && traits_.format != found) return formats_differ(*found);
        traits_.format = found;
        hash_ = line_fingerprint(first->line);
        const Diagnostics faults =
            *found == StatementFormat::cost_explorer ? read_matrix(*first) : read_charges(*first, notes);
        return faults.empty() ? check_new() : faults;
    }

  private:
    Diagnostics why_not_text(const Diagnostics& faults) const {
        const auto head = read_file_head(path_);
        const auto columnar = head ? columnar_format_of(*head) : std::nullopt;
        return columnar ? refuse_columnar(*columnar) : faults;
    }

    /// Data exports come as Parquet unless CSV is asked for.
    Diagnostics refuse_columnar(ColumnarFormat format) const {
        return failure({.code = "file-columnar",
                        .where = {.file = path_},
                        .what = fmt::format("this is a file in the format {}", name_of(format)),
                        .expected = "a statement in CSV, plain or packed with gzip",
                        .remedy = "export the report as \"gzip - text/csv\""});
    }

    /// A file that is named twice, or lies there packed and plain, would double everything.
    Diagnostics check_new() {
        const auto [before, is_new] = seen_.files.emplace(hash_, path_);
        if (is_new) return {};
        return failure({.code = "file-twice",
                        .where = {.file = path_},
                        .what = fmt::format("this file has the same rows as {}", before->second),
                        .expected = "each part of a report once",
                        .remedy = "leave one of them out"});
    }

    /// What --bucket and --account ask for must be told by the statement, else all would be left out.
    Diagnostics check_scope(const StatementLayout& layout, const FirstLine& first) const {
        Diagnostics faults;
        const auto& scope = options_.scope;
        if (scope.bucket && !layout.has(StatementField::resource))
            faults.push_back(no_column("buckets",
                                       "lineItem/ResourceId, line_item_resource_id, ResourceId "
                                       "or bucket",
                                       "compare without --bucket, or make the report with resource ids",
                                       first));
        if (scope.account && !layout.has(StatementField::account) && !layout.has(StatementField::payer))
            faults.push_back(no_column("accounts",
                                       "lineItem/UsageAccountId, line_item_usage_account_id, "
                                       "SubAccountId or account",
                                       "compare without --account", first));
        return faults;
    }

    Diagnostic no_column(std::string_view what, std::string_view columns, std::string remedy,
                         const FirstLine& first) const {
        Diagnostic fault{.code = "statement-header",
                         .where = {.file = path_, .line = first.number},
                         .what = fmt::format("the statement has no column of {}", what),
                         .expected = fmt::format("a column such as {}", columns),
                         .remedy = std::move(remedy)};
        show_part(fault, first.line, first.line);
        return fault;
    }

    Diagnostics formats_differ(StatementFormat found) const {
        return failure({.code = "format-mismatch",
                        .where = {.file = path_},
                        .what = fmt::format("this file is of the format {}, the one before it of {}",
                                            name_of(found), name_of(*traits_.format)),
                        .expected = "files of one report",
                        .remedy = "compare with one report at a time"});
    }

    Diagnostics read_charges(FirstLine& first, Diagnostics& notes) {
        const std::string tag = options_.scope.tag ? options_.scope.tag->key : "";
        const auto layout =
            find_statement_columns(*traits_.format, first.line, tag, {.file = path_, .line = first.number});
        if (!layout) return layout.error();
        if (Diagnostics faults = check_scope(*layout, first); !faults.empty()) return faults;
        traits_.has_quantities = layout->has(StatementField::quantity);
        traits_.has_usage_types = true;
        traits_.has_operations = layout->has(StatementField::operation);
        traits_.has_invoices = layout->has(StatementField::invoice);
        ChargeRows rows{path_, *layout, options_, collector_, traits_.currency, seen_.rows};
        Diagnostics trouble = for_each_line(first, [&](std::size_t number, std::string_view line) {
            hash_ = line_fingerprint(line, hash_);
            rows.read(number, line);
        });
        if (rows.bad().any()) {
            Diagnostics all = rows.bad().report();
            append(all, std::move(trouble));
            return all;
        }
        if (trouble.empty() && rows.count() == 0) return no_rows(path_);
        append(notes, std::move(rows).notes());
        return trouble;
    }

    Diagnostics read_matrix(FirstLine& first) {
        MatrixRows rows{path_, first.line, first.number, collector_};
        if (!rows.faults().empty()) return rows.faults();
        if (Diagnostics faults = check_scope({}, first); !faults.empty()) return faults;
        Diagnostics trouble = for_each_line(first, [&](std::size_t number, std::string_view line) {
            hash_ = line_fingerprint(line, hash_);
            rows.read(number, line);
        });
        if (!rows.faults().empty()) return rows.faults();
        rows.finish();
        traits_.has_usage_types = rows.has_usage_types();
        if (trouble.empty() && rows.count() == 0) return no_rows(path_);
        if (traits_.currency.empty()) traits_.currency = rows.currency();
        if (!rows.is_daily()) monthly_ = true;
        return trouble;
    }

    const std::string& path_;
    const StatementOptions& options_;
    Collector& collector_;
    Traits& traits_;
    Seen& seen_;
    std::uint64_t hash_ = 0;
    bool monthly_ = false;

  public:
    [[nodiscard]] bool is_monthly() const { return monthly_; }
};

}  // namespace

Result<ReadStatement> read_statement(const std::vector<std::string>& paths, const StatementOptions& options) {
    Collector collector{options.scope};
    Traits traits{.currency = options.currency};
    Diagnostics faults;
    Diagnostics notes;
    bool is_monthly = false;
    Seen seen;
    for (const std::string& path : paths) {
        FileReading file{path, options, collector, traits, seen};
        append(faults, file.read(notes));
        is_monthly = is_monthly || file.is_monthly();
    }
    if (!faults.empty()) return faults;
    Statement statement = std::move(collector).finish();
    statement.format = name_of(*traits.format);
    statement.files = paths;
    statement.currency = traits.currency;
    statement.has_quantities = traits.has_quantities;
    statement.has_usage_types = traits.has_usage_types;
    statement.has_operations = traits.has_operations;
    statement.has_invoices = traits.has_invoices;
    if (is_monthly) {
        for (statement::Coverage& month : statement.months)
            month.until.reset();
    }
    return ReadStatement{std::move(statement), std::move(notes)};
}

}  // namespace firn::io
