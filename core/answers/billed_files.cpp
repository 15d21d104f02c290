#include "core/answers/billed_files.hpp"

#include "core/answers/file_kind.hpp"
#include "core/io/file_head.hpp"
#include "core/io/folder_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

namespace firn::answers {

namespace {

/// JSON that is nothing else is taken for a bill, whose reader says what is wrong.
BilledKind kind_of_unknown(const std::string& path) {
    const auto head = io::read_file_head(path);
    const auto first = head ? head->find_first_not_of(" \t\r\n") : std::string::npos;
    return first != std::string::npos && head->at(first) == '{' ? BilledKind::bill : BilledKind::statement;
}

BilledKind kind_of(const std::string& path) {
    switch (kind_of_file(path)) {
        case FileKind::usage:
            return BilledKind::usage;
        case FileKind::bill:
            return BilledKind::bill;
        case FileKind::budget:
            return BilledKind::budget;
        case FileKind::unknown:
            return kind_of_unknown(path);
        case FileKind::scenario:
        case FileKind::comparison:
        case FileKind::statement:
        case FileKind::files:
            return BilledKind::statement;
    }
    return BilledKind::statement;
}

/// The kind of most files, budgets aside; of equals that of the first file.
BilledKind usual_kind(const std::vector<BilledKind>& kinds) {
    std::map<BilledKind, std::ptrdiff_t> counts;
    for (const BilledKind kind : kinds)
        counts[kind] += kind == BilledKind::budget ? 0 : 1;
    BilledKind usual = kinds.front();
    for (const auto& [kind, count] : counts)
        usual = count > counts[usual] ? kind : usual;
    return usual;
}

Diagnostic odd_one(const std::string& path, BilledKind kind, const std::string& other, BilledKind usual) {
    return {.code = "bills-of-two-kinds",
            .where = {.file = path},
            .what = fmt::format("this is {}, and {} is {}", words_of(kind), other, words_of(usual)),
            .expected = "bills of one kind at a time",
            .remedy = "leave this file out, or give all of them as the same kind"};
}

}  // namespace

std::string_view words_of(BilledKind kind) {
    switch (kind) {
        case BilledKind::usage:
            return "a usage file";
        case BilledKind::bill:
            return "the JSON of firn bill";
        case BilledKind::statement:
            return "a report of the vendor";
        case BilledKind::budget:
            return "a budget that firn forecast --freeze kept";
    }
    return {};
}

Result<BilledFiles> billed_files(const std::vector<std::string>& paths) {
    auto files = io::files_of(paths);
    if (!files) return files.error();
    std::vector<BilledKind> kinds;
    std::transform(files->begin(), files->end(), std::back_inserter(kinds), kind_of);
    const BilledKind usual = usual_kind(kinds);
    const auto example = std::find(kinds.begin(), kinds.end(), usual) - kinds.begin();
    Diagnostics faults;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] != usual)
            faults.push_back(
                odd_one(files->at(i), kinds[i], files->at(static_cast<std::size_t>(example)), usual));
    }
    if (!faults.empty()) return faults;
    return BilledFiles{*std::move(files), usual};
}

}  // namespace firn::answers
