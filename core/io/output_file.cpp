#include "core/io/output_file.hpp"

#include "core/io/file_handle.hpp"
#include "core/io/gzip.hpp"
#include "core/io/output_target.hpp"
#include "core/io/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <utility>

namespace firn::io {

namespace {

constexpr std::size_t kWriteAtOnce = std::size_t{1} << 18;

/// Writes all of it; false with errno set when the system refuses.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(descriptor, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

struct OutputFile::State {
    std::string path;  ///< as the person wrote it
    OutputTarget target;
    TemporaryFile temporary{""};
    FileHandle special;
    std::optional<GzipPacker> packer;
    std::string waiting;  ///< what is not yet written
    Bytes appended;
    Bytes written;

    [[nodiscard]] bool open() {
        if (!target.is_special) return temporary.open(target.mode);
        special = FileHandle{::open(target.path.c_str(), O_WRONLY | O_CLOEXEC)};
        return special.is_open();
    }
    [[nodiscard]] bool flush() {
        const bool done = write_all(target.is_special ? special.get() : temporary.handle().get(), waiting);
        written += Bytes{static_cast<std::int64_t>(waiting.size())};
        waiting.clear();
        return done;
    }
    [[nodiscard]] bool finish() {
        return target.is_special ? special.close() : temporary.rename_to(target.path);
    }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_{std::move(state)} {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::create(const std::string& path) {
    Result<OutputTarget> target = output_target(path);
    if (!target) return target.error();
    TemporaryFile temporary{target->folder};
    auto state = std::make_unique<State>(State{.path = path,
                                               .target = std::move(*target),
                                               .temporary = std::move(temporary),
                                               .special = {},
                                               .packer = {},
                                               .waiting = {},
                                               .appended = {},
                                               .written = {}});
    if (path.ends_with(".gz")) state->packer.emplace();
    if (!state->open()) return write_failed(path, errno);
    return OutputFile{std::move(state)};
}

Result<Bytes> OutputFile::append(std::string_view text) {
    assert(state_);
    state_->appended += Bytes{static_cast<std::int64_t>(text.size())};
    if (state_->packer) {
        state_->packer->pack(text, state_->waiting);
    } else {
        state_->waiting += text;
    }
    if (state_->waiting.size() >= kWriteAtOnce && !state_->flush()) return write_failed(state_->path, errno);
    return state_->appended;
}

Result<Bytes> OutputFile::commit() {
    assert(state_);
    if (state_->packer) state_->packer->finish(state_->waiting);
    if (!state_->flush() || !state_->finish()) return write_failed(state_->path, errno);
    const Bytes written = state_->written;
    state_.reset();
    return written;
}

Result<Bytes> write_file_atomically(const std::string& path, std::string_view text) {
    Result<OutputFile> file = OutputFile::create(path);
    if (!file) return file.error();
    const Result<Bytes> appended = file->append(text);
    if (!appended) return appended;
    return file->commit();
}

}  // namespace firn::io
