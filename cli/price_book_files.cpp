#include "cli/price_book_files.hpp"

#include "core/io/output_file.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace firn::cli {

namespace {

namespace fs = std::filesystem;

/// Folders that were made for files; those that are still empty go away with it.
class MadeFolders {
  public:
    MadeFolders() = default;
    MadeFolders(const MadeFolders&) = delete;
    MadeFolders& operator=(const MadeFolders&) = delete;
    ~MadeFolders() {
        std::error_code ignored;
        for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder)
            fs::remove(*folder, ignored);
    }

    /// What cannot be made is told when the file is.
    void make(const fs::path& folder) {
        std::error_code ignored;
        if (folder.empty() || fs::exists(folder, ignored)) return;
        make(folder.parent_path());
        if (fs::create_directory(folder, ignored)) made_.push_back(folder);
    }

  private:
    std::vector<fs::path> made_;
};

}  // namespace

Result<std::vector<std::string>> write_files(const std::map<std::string, std::string>& files) {
    MadeFolders folders;
    // They go before the folders do.
    std::vector<io::OutputFile> outputs;
    std::vector<std::string> names;
    for (const auto& [path, text] : files) {
        folders.make(fs::path{path}.parent_path());
        auto output = io::OutputFile::create(path);
        if (!output) return output.error();
        const auto appended = output->append(text);
        if (!appended) return appended.error();
        outputs.push_back(std::move(output).value());
        names.push_back(path);
    }
    for (io::OutputFile& output : outputs) {
        const auto written = output.commit();
        if (!written) return written.error();
    }
    return names;
}

}  // namespace firn::cli
