#pragma once

#include "core/diag/result.hpp"
#include "core/io/output_file.hpp"
#include "core/service/failure.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <string>

namespace firn::cli {

/// The file of --failures: a row for each failure of a run, written as they come, there whole or not at all.
class FailuresFile {
  public:
    /// Errors: those of io::OutputFile.
    [[nodiscard]] static Result<FailuresFile> create(const std::string& path, Instant start);

    void add(const service::Failure& failure);
    /// Errors: those of all that was written.
    [[nodiscard]] Result<bool> commit();

  private:
    FailuresFile(io::OutputFile file, Instant start);
    void write();

    io::OutputFile file_;
    Instant start_;
    std::string rows_;
    std::optional<Diagnostics> error_;
};

}  // namespace firn::cli
