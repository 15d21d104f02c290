#include "core/io/folder_scan.hpp"

#include "core/io/bounded_queue.hpp"
#include "core/io/file_handle.hpp"
#include "core/io/input_file.hpp"
#include "core/io/trace_row.hpp"
#include "core/workload/file_source.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <iterator>
#include <limits>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace firn::io {

namespace {

using workload::TraceBlock;

/// The entries of an open folder, one after the other.
class FolderEntries {
  public:
    explicit FolderEntries(FileHandle folder)
        : entries_{folder.is_open() ? ::fdopendir(folder.get()) : nullptr} {
        if (entries_ != nullptr) folder.release();
    }
    FolderEntries(const FolderEntries&) = delete;
    FolderEntries& operator=(const FolderEntries&) = delete;
    FolderEntries(FolderEntries&&) = delete;
    FolderEntries& operator=(FolderEntries&&) = delete;
    ~FolderEntries() {
        if (entries_ != nullptr) ::closedir(entries_);
    }

    [[nodiscard]] bool is_open() const { return entries_ != nullptr; }
    [[nodiscard]] int descriptor() const { return ::dirfd(entries_); }

    /// Null at the end, and with errno set when it cannot be read on.
    [[nodiscard]] const dirent* next() {
        for (;;) {
            errno = 0;
            const dirent* entry = ::readdir(entries_);
            if (entry == nullptr) return nullptr;
            const std::string_view name{entry->d_name};
            if (name != "." && name != "..") return entry;
        }
    }

  private:
    DIR* entries_;
};

/// The folders that still have to be read, and those being read: the scan ends when there are none.
class WaitingFolders {
  public:
    void add(std::string path) {
        {
            const std::lock_guard lock{mutex_};
            paths_.push_back(std::move(path));
        }
        changed_.notify_one();
    }

    /// The one that was added last, so that few wait; nothing when all have been read. done() must follow.
    std::optional<std::string> next() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !paths_.empty() || being_read_ == 0 || given_up_; });
        if (paths_.empty() || given_up_) return std::nullopt;
        std::string path = std::move(paths_.back());
        paths_.pop_back();
        ++being_read_;
        return path;
    }

    void done() {
        {
            const std::lock_guard lock{mutex_};
            --being_read_;
        }
        changed_.notify_all();
    }

    void give_up() {
        {
            const std::lock_guard lock{mutex_};
            given_up_ = true;
        }
        changed_.notify_all();
    }

    [[nodiscard]] bool given_up() const { return given_up_; }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> paths_;  ///< below the first folder
    int being_read_ = 0;
    std::atomic<bool> given_up_{false};
};

/// The files with several names that have been met.
class KnownFiles {
  public:
    /// False when it was there already.
    bool add(const struct stat& status) {
        const std::lock_guard lock{mutex_};
        return files_.emplace(status.st_dev, status.st_ino).second;
    }

  private:
    std::mutex mutex_;
    std::set<std::pair<dev_t, ino_t>> files_;
};

void add_unreadable(ScanTally& tally, std::string path, std::string why) {
    ++tally.not_readable;
    tally.first_not_readable.emplace(std::move(path), std::move(why));
    if (tally.first_not_readable.size() > kShownUnreadable)
        tally.first_not_readable.erase(std::prev(tally.first_not_readable.end()));
}

void add_to(ScanTally& sum, ScanTally part) {
    sum.files += part.files;
    sum.folders += part.folders;
    sum.links += part.links;
    sum.special_files += part.special_files;
    sum.other_names += part.other_names;
    sum.foreign_times += part.foreign_times;
    sum.vanished += part.vanished;
    const std::int64_t all = sum.not_readable + part.not_readable;
    for (const auto& [path, why] : part.first_not_readable)
        add_unreadable(sum, path, why);
    sum.not_readable = all;
}

/// What the threads of a scan share.
struct SharedScan {
    FileHandle root;
    std::string root_path;
    workload::FileColumns columns;
    WaitingFolders folders;
    KnownFiles known_files;
    BoundedQueue<TraceBlock> blocks{16};
    std::mutex tally_mutex;
    std::shared_ptr<ScanTally> tally;
};

/// One thread of a scan.
class Scanner {
  public:
    explicit Scanner(SharedScan& scan) : scan_{scan} {}

    void run() {
        while (read_next_folder()) {
        }
        finish();
    }

    /// False when there is none.
    bool read_next_folder() {
        const auto path = scan_.folders.next();
        if (!path) return false;
        read_folder(*path);
        scan_.folders.done();
        return true;
    }

    /// Hands over what is left.
    void finish() {
        hand_over();
        const std::lock_guard lock{scan_.tally_mutex};
        add_to(*scan_.tally, std::exchange(tally_, {}));
    }

  private:
    void read_folder(const std::string& path) {
        constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
        FolderEntries entries{
            FileHandle{::openat(scan_.root.get(), path.empty() ? "." : path.c_str(), kFlags)}};
        if (!entries.is_open()) return refused(path, errno);
        ++tally_.folders;
        while (const dirent* entry = entries.next()) {
            take(entries.descriptor(), path, *entry);
            if (scan_.folders.given_up()) return;
        }
        if (errno != 0) refused(path, errno);
    }

    /// Asks for the status only of what may be a file.
    void take(int folder, const std::string& path, const dirent& entry) {
        const auto full = [&] { return path.empty() ? entry.d_name : path + "/" + entry.d_name; };
        if (entry.d_type == DT_DIR) return scan_.folders.add(full());
        if (entry.d_type == DT_LNK) return count(tally_.links);
        if (entry.d_type != DT_REG && entry.d_type != DT_UNKNOWN) return count(tally_.special_files);
        struct stat status {};
        if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return refused(full(), errno);
        if (S_ISDIR(status.st_mode)) return scan_.folders.add(full());
        if (S_ISLNK(status.st_mode)) return count(tally_.links);
        if (!S_ISREG(status.st_mode)) return count(tally_.special_files);
        if (status.st_nlink > 1 && !scan_.known_files.add(status)) return count(tally_.other_names);
        take_file(status, scan_.columns.any() ? full() : std::string{});
    }

    void take_file(const struct stat& status, const std::string& path) {
        constexpr std::int64_t kLastSecond = kLastInstant.time_since_epoch().count() / 1'000'000;
        const std::int64_t seconds = status.st_mtim.tv_sec;
        if (seconds < 0 || seconds > kLastSecond) return count(tally_.foreign_times);
        block_.times.emplace_back(Duration{seconds * 1'000'000 + status.st_mtim.tv_nsec / 1000});
        block_.sizes.emplace_back(status.st_size);
        if (scan_.columns.any()) append_key(block_, workload::file_key(path, scan_.columns), scan_.columns);
        ++tally_.files;
        if (block_.rows() == workload::kFilesPerBlock) hand_over();
    }

    void hand_over() {
        if (block_.rows() > 0 && !scan_.blocks.push(std::exchange(block_, {}))) scan_.folders.give_up();
    }

    static void count(std::int64_t& number) { ++number; }

    void refused(const std::string& path, int error) {
        if (error == ENOENT && !path.empty()) return count(tally_.vanished);
        add_unreadable(tally_, scan_.root_path + "/" + path, std::strerror(error));
    }

    SharedScan& scan_;
    ScanTally tally_;
    TraceBlock block_;
};

/// A scan under way; it stops when nobody wants its rows any more.
class FolderScan {
  public:
    FolderScan(FileHandle root, std::string path, unsigned threads, std::shared_ptr<ScanTally> tally,
               const workload::FileColumns& columns) {
        scan_.columns = columns;
        scan_.root = std::move(root);
        scan_.root_path = std::move(path);
        scan_.tally = std::move(tally);
        scan_.folders.add("");
        begin(threads);
        if (!threads_.empty()) return;
        // What one folder holds has to fit: nobody takes blocks while it is read.
        scan_.blocks.set_most(std::numeric_limits<std::size_t>::max());
        alone_.emplace(scan_);
    }
    FolderScan(const FolderScan&) = delete;
    FolderScan& operator=(const FolderScan&) = delete;
    FolderScan(FolderScan&&) = delete;
    FolderScan& operator=(FolderScan&&) = delete;
    ~FolderScan() {
        scan_.blocks.close();
        scan_.folders.give_up();
        join();
    }

    /// As a TraceSource.
    bool read(TraceBlock& block) {
        block.clear();
        auto next = alone_ ? scan_until_rows() : scan_.blocks.pop();
        if (next) {
            block = std::move(*next);
            return true;
        }
        join();
        if (failure_) std::rethrow_exception(failure_);
        return false;
    }

  private:
    /// As many threads as the system has left, at most so many.
    void begin(unsigned threads) {
        threads_.reserve(threads);
        running_ = threads;
        try {
            while (threads_.size() < threads)
                threads_.emplace_back([this] { run(); });
        } catch (const std::exception&) {
            const auto begun = static_cast<unsigned>(threads_.size());
            if (begun > 0) leave(threads - begun);
        }
    }

    void run() {
        try {
            Scanner{scan_}.run();
        } catch (...) {
            const std::lock_guard lock{scan_.tally_mutex};
            failure_ = std::current_exception();
            scan_.folders.give_up();
        }
        leave(1);
    }

    /// The last thread to leave ends the rows.
    void leave(unsigned threads) {
        if ((running_ -= threads) == 0) scan_.blocks.close();
    }

    /// Without a thread: folder after folder, until there are rows.
    std::optional<TraceBlock> scan_until_rows() {
        for (;;) {
            if (auto block = scan_.blocks.try_pop()) return block;
            if (!alone_->read_next_folder()) break;
        }
        alone_->finish();
        return scan_.blocks.try_pop();
    }

    void join() {
        for (std::thread& thread : threads_)
            thread.join();
        threads_.clear();
    }

    SharedScan scan_;
    std::optional<Scanner> alone_{};  ///< where there are no threads
    std::exception_ptr failure_{};    ///< of a thread; written before `blocks` is closed
    std::atomic<unsigned> running_{0};
    std::vector<std::thread> threads_;
};

}  // namespace

bool is_folder(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

Result<workload::TraceSource> scan_folder(const std::string& path, unsigned threads,
                                          std::shared_ptr<ScanTally> tally,
                                          const workload::FileColumns& columns) {
    FileHandle root{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!root.is_open()) return cannot_open(path, errno);
    const std::size_t name_end = path.find_last_not_of('/') + 1;  // "/" has none
    auto scan = std::make_shared<FolderScan>(std::move(root), path.substr(0, name_end), threads,
                                             std::move(tally), columns);
    return workload::TraceSource{
        [scan = std::move(scan)](TraceBlock& block) -> Result<bool> { return scan->read(block); }};
}

}  // namespace firn::io
