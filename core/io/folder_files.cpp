#include "core/io/folder_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace firn::io {

namespace {

namespace fs = std::filesystem;

/// The files directly in a folder.
Result<std::vector<std::string>> files_in(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code trouble;
    fs::directory_iterator entry{folder, trouble};
    for (; !trouble && entry != fs::directory_iterator{}; entry.increment(trouble)) {
        std::error_code ignored;
        const bool is_hidden = entry->path().filename().string().starts_with('.');
        if (!is_hidden && entry->is_regular_file(ignored)) files.push_back(entry->path().string());
    }
    if (files.empty() || trouble)
        return failure({.code = "folder-without-files",
                        .where = {.file = folder},
                        .what = trouble ? "the folder cannot be read: " + trouble.message()
                                        : "no files lie in this folder",
                        .expected = "a folder with bills, each a file directly in it"});
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<std::vector<std::string>> files_of(const std::vector<std::string>& paths) {
    std::vector<std::string> all;
    Diagnostics faults;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            all.push_back(path);
            continue;
        }
        auto files = files_in(path);
        if (files)
            all.insert(all.end(), files->begin(), files->end());
        else
            append(faults, std::move(files).error());
    }
    if (!faults.empty()) return faults;
    return all;
}

}  // namespace firn::io
