#pragma once

#include "core/backup/ordered_files.hpp"
#include "core/backup/pipeline_settings.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::backup {

/// A directory that was closed, or a file that goes alone: what becomes one archive.
struct ClosedBundle {
    Duration closed{};
    /// Its files: the numbers in order of completion, from `first` to before `end`.
    std::uint64_t first = 0;
    std::uint64_t end = 0;
    Bytes raw;
    /// As it is sent: with tar headers, padding and end, or the file as it is.
    Bytes archive;
    bool by_age = false;

    [[nodiscard]] std::uint64_t files() const { return end - first; }
};

/// Cuts files in order of completion into bundles.
///
/// At most one directory is open. A file that completes at or after the directory's age-out finds it closed;
/// otherwise it joins, and closes the directory if that now holds the bundle size. Works by the running sums
/// of a block: one search a bundle, nothing per file.
class Bundler {
  public:
    explicit Bundler(const PipelineSettings& settings);

    /// Goes on with another size, which the open directory has not reached.
    void set_bundle_size(Bytes size);

    /// Appends the bundles that these files complete.
    void cut(const OrderedFiles& files, std::vector<ClosedBundle>& closed);
    /// Closes the last directory, if one is open.
    void finish(std::vector<ClosedBundle>& closed);

    /// The first file of the open directory, or the number of files that came so far.
    [[nodiscard]] std::uint64_t first_open_file() const { return open_ ? open_->first : seen_; }

  private:
    struct OpenDirectory {
        Duration ages_out{};
        std::uint64_t first = 0;
        std::uint64_t raw_before = 0;
        std::uint64_t tar_before = 0;
    };

    static void cut_singles(const OrderedFiles& files, std::vector<ClosedBundle>& closed);
    void open_at(const OrderedFiles& files, std::size_t position);
    [[nodiscard]] ClosedBundle close(const OrderedFiles& files, std::size_t end, Duration at, bool by_age);

    Packing packing_;
    std::uint64_t bundle_size_;
    std::optional<Duration> max_age_;
    std::optional<OpenDirectory> open_;
    std::uint64_t seen_ = 0;
    // Of the last file that came:
    Duration last_completion_{};
    std::uint64_t raw_so_far_ = 0;
    std::uint64_t tar_so_far_ = 0;
};

}  // namespace firn::backup
