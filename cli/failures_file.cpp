#include "cli/failures_file.hpp"

#include "core/report/failures_csv.hpp"

#include <cstddef>
#include <utility>

namespace firn::cli {

namespace {

constexpr std::size_t kRowsAtOnce = std::size_t{1} << 20U;

}  // namespace

FailuresFile::FailuresFile(io::OutputFile file, Instant start)
    : file_{std::move(file)}, start_{start}, rows_{report::kFailuresHeading} {}

Result<FailuresFile> FailuresFile::create(const std::string& path, Instant start) {
    auto file = io::OutputFile::create(path);
    if (!file) return std::move(file).error();
    return FailuresFile{std::move(file).value(), start};
}

void FailuresFile::add(const service::Failure& failure) {
    rows_ += report::failure_rows(failure, start_);
    if (rows_.size() >= kRowsAtOnce) write();
}

void FailuresFile::write() {
    if (!error_) {
        auto done = file_.append(rows_);
        if (!done) error_ = std::move(done).error();
    }
    rows_.clear();
}

Result<bool> FailuresFile::commit() {
    write();
    if (error_) return *error_;
    const auto done = file_.commit();
    if (!done) return done.error();
    return true;
}

}  // namespace firn::cli
