#include "cli/restore_lists.hpp"

#include "core/io/output_file.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <vector>

namespace firn::cli {

namespace {

namespace fs = std::filesystem;
using restore::Round;

constexpr const char* kIndex = "rounds.csv";

std::int64_t hour_of(const Round& round) { return round.at / std::chrono::hours{1}; }

std::string name_of(const Round& round, const restore::Service& service) {
    return fmt::format("hour-{:05}-{}.csv", hour_of(round), restore::name_of(service.tiers[round.tier]));
}

std::string days_text(const Round& round) {
    return round.copy_days == 0 ? std::string{} : std::to_string(round.copy_days);
}

Diagnostics lists_exist(const fs::path& path) {
    return failure({.code = "lists-exist",
                    .where = {path.string(), 0, 0},
                    .what = "there is such a file already, and nothing is written over it",
                    .remedy = "name a new folder with --write-lists"});
}

Result<bool> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directory(folder, error);
    if (fs::is_directory(folder)) return true;
    return failure({.code = "output-folder-missing",
                    .where = {folder.string(), 0, 0},
                    .what = "there is no such folder, and it cannot be made",
                    .expected = "a folder, or a name for one in a folder that exists"});
}

/// All archives of a round, in pieces that do not need much memory.
Result<bool> write_list(const Round& round, const restore::Wish& wish, const fs::path& path) {
    constexpr std::int64_t kPiece = 65'536;
    auto file = io::OutputFile::create(path.string());
    if (!file) return file.error();
    std::string text = "archive,copy_days,bytes\n";
    for (std::int64_t i = 0; i < round.archives; ++i) {
        const std::int64_t archive = round.first + i;
        const Bytes bytes = bytes_before(wish, archive + 1) - bytes_before(wish, archive);
        fmt::format_to(std::back_inserter(text), "{},{},{}\n", archive + 1, days_text(round), bytes.count());
        if ((i + 1) % kPiece != 0 && i + 1 != round.archives) continue;
        if (const auto written = file->append(text); !written) return written.error();
        text.clear();
    }
    if (const auto done = file->commit(); !done) return done.error();
    return true;
}

std::string index_of(const restore::Way& way, const restore::Service& service) {
    std::string text = "hour,tier,archives,first_archive,bytes,copy_days,list\n";
    for (const Round& round : way.rounds) {
        text += fmt::format("{},{},{},{},{},{},{}\n", hour_of(round),
                            restore::name_of(service.tiers[round.tier]), round.archives, round.first + 1,
                            round.bytes.count(), days_text(round), name_of(round, service));
    }
    return text;
}

}  // namespace

Result<std::size_t> write_restore_lists(const restore::Way& way, const restore::Service& service,
                                        const restore::Wish& wish, const std::string& folder) {
    const fs::path place{folder};
    if (const auto made = make_folder(place); !made) return made.error();
    std::vector<fs::path> paths{place / kIndex};
    for (const Round& round : way.rounds)
        paths.push_back(place / name_of(round, service));
    for (const fs::path& path : paths) {
        if (fs::exists(path)) return lists_exist(path);
    }
    for (std::size_t i = 0; i < way.rounds.size(); ++i) {
        if (const auto written = write_list(way.rounds[i], wish, paths[i + 1]); !written)
            return written.error();
    }
    const auto written = io::write_file_atomically(paths.front().string(), index_of(way, service));
    if (!written) return written.error();
    return way.rounds.size();
}

}  // namespace firn::cli
