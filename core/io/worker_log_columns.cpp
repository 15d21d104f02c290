#include "core/io/worker_log_columns.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/row_excerpt.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace firn::io {

namespace {

struct TimeUnit {
    std::string_view name;
    double microseconds;
};

constexpr std::array<TimeUnit, 7> kUnits{
    {{"ns", 0.001}, {"us", 1}, {"µs", 1}, {"ms", 1e3}, {"s", 1e6}, {"min", 6e7}, {"h", 3.6e9}}};

/// The unit that a column bears in its name: "duration_ms".
std::optional<double> unit_in_name(std::string_view name) {
    const std::size_t underscore = name.rfind('_');
    return underscore == std::string_view::npos ? std::nullopt : microseconds_in(name.substr(underscore + 1));
}

Diagnostics columns_not_readable(std::string_view text) {
    return failure({.code = "columns-not-readable",
                    .what = "\"" + std::string{text} + "\" does not say which column is which",
                    .expected =
                        "size=NAME,duration=NAME or size=NAME,start=NAME,end=NAME with the names of the "
                        "header; also stage=NAME and unit=ns, us, ms or s",
                    .remedy = "for example size=bytes,duration=took,unit=ms"});
}

char delimiter_of(std::string_view header) {
    const bool has_tabs = header.find('\t') != std::string_view::npos;
    return has_tabs && header.find(',') == std::string_view::npos ? '\t' : ',';
}

/// The header of one log and the search in it.
class Header {
  public:
    Header(std::string_view line, const SourceLocation& where)
        : line_{line}, where_{where}, delimiter_{delimiter_of(line)}, names_{csv_header(line, delimiter_)} {}

    /// The column of the name that was given, or of the first of the usual ones.
    std::optional<std::size_t> find(const std::optional<std::string>& given,
                                    const std::vector<std::string>& usual) {
        if (given) return find_given(*given);
        for (const std::string& name : usual) {
            if (const auto column = position_of(name)) return column;
        }
        return std::nullopt;
    }

    void miss(const std::string& what, const std::string& remedy) {
        Diagnostic fault{.code = "trace-header",
                         .where = where_,
                         .what = what,
                         .expected =
                             "a header with a size (size_bytes) and a duration (duration_us, duration_ms, "
                             "duration_s), or with start and end; others are ignored",
                         .remedy = remedy};
        show_part(fault, line_, line_);
        faults_.push_back(std::move(fault));
    }

    [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
    [[nodiscard]] char delimiter() const { return delimiter_; }
    [[nodiscard]] Diagnostics& faults() { return faults_; }

  private:
    std::optional<std::size_t> position_of(const std::string& name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - names_.begin());
    }

    std::optional<std::size_t> find_given(const std::string& name) {
        const auto column = position_of(name);
        if (!column) {
            const std::string near = closest_to(name, names_);
            miss("the header has no column \"" + name + "\"",
                 near.empty() ? "name a column of the header" : "did you mean the column \"" + near + "\"?");
        }
        return column;
    }

    std::string_view line_;
    SourceLocation where_;
    char delimiter_;
    std::vector<std::string> names_;
    Diagnostics faults_;
};

std::vector<std::string> with_units(const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (const std::string& name : names) {
        all.push_back(name);
        for (const char* unit : {"_ns", "_us", "_ms", "_s"})
            all.push_back(name + unit);
    }
    return all;
}

void find_times(Header& header, const WorkerLogNames& names, WorkerLogLayout& layout) {
    const std::size_t faults_before = header.faults().size();
    const bool named_times = names.start || names.end;
    if (!named_times) {
        layout.duration = header.find(names.duration, with_units({"duration", "elapsed"}));
        if (names.duration || layout.duration) return;
    }
    const auto start = header.find(names.start, with_units({"start"}));
    const auto end = header.find(names.end, with_units({"end"}));
    if (start && end) {
        layout.start = *start;
        layout.end = *end;
    } else if (header.faults().size() == faults_before) {
        header.miss("the header has neither a duration nor a start and an end",
                    "say which columns to read: --columns size=NAME,duration=NAME,unit=ms");
    }
}

}  // namespace

std::optional<double> microseconds_in(std::string_view unit) {
    const auto* const found =
        std::find_if(kUnits.begin(), kUnits.end(), [&](const TimeUnit& known) { return known.name == unit; });
    return found == kUnits.end() ? std::nullopt : std::optional{found->microseconds};
}

Result<WorkerLogNames> parse_worker_columns(std::string_view text) {
    WorkerLogNames names;
    const std::array<std::pair<std::string_view, std::optional<std::string>*>, 5> known{
        {{"size", &names.size},
         {"duration", &names.duration},
         {"start", &names.start},
         {"end", &names.end},
         {"stage", &names.stage}}};
    CsvCursor parts{text};
    for (CsvField part = parts.next(); part.fault == FieldFault::none; part = parts.next()) {
        const std::size_t equals = std::min(part.text.find('='), part.text.size());
        const std::string_view key = trimmed(part.text.substr(0, equals));
        const std::string_view value = trimmed(part.text.substr(std::min(equals + 1, part.text.size())));
        const auto* const column =
            std::find_if(known.begin(), known.end(), [&](const auto& entry) { return entry.first == key; });
        if (column != known.end() && !value.empty()) {
            *column->second = value;
        } else if (key == "unit" && microseconds_in(value)) {
            names.unit = microseconds_in(value);
        } else {
            return columns_not_readable(text);
        }
    }
    if (names.duration && (names.start || names.end)) return columns_not_readable(text);
    return names;
}

Result<WorkerLogLayout> find_worker_columns(std::string_view line, const WorkerLogNames& names,
                                            const SourceLocation& where) {
    Header header{line, where};
    WorkerLogLayout layout{.delimiter = header.delimiter()};
    const auto size = header.find(names.size, {"size_bytes", "size", "bytes"});
    if (!size && header.faults().empty()) {
        header.miss("the header has no column of sizes", "say which column it is: --columns size=NAME");
    }
    layout.size = size.value_or(0);
    find_times(header, names, layout);
    layout.stage = header.find(names.stage, {"stage", "kind", "worker_kind"});
    if (!header.faults().empty()) return std::move(header.faults());
    layout.unit = names.unit ? names.unit : unit_in_name(header.name(layout.duration.value_or(layout.start)));
    return layout;
}

}  // namespace firn::io
