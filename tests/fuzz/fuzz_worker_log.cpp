// Any bytes as a worker's log: transfers that can be fitted, or diagnostics.

#include "core/io/worker_log_reader.hpp"
#include "core/planner/transfer_fit.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <fstream>
#include <string>

namespace {

using firn::fuzz::require;

/// The file that the reader opens, one a process.
std::string kept_in_file(const std::uint8_t* data, std::size_t size) {
    std::string path = "fuzz_worker_log." + std::to_string(getpid()) + ".csv";
    std::ofstream{path, std::ios::binary} << firn::fuzz::text_of(data, size);
    return path;
}

void check_fit(const firn::workload::Transfers& transfers, firn::workload::Stage stage) {
    for (const firn::workload::Transfer& transfer : transfers.kept())
        require(transfer.duration >= firn::Duration{0}, "no transfer takes less than no time");
    const auto fitted = firn::planner::fit_transfers(transfers, stage, "log");
    if (!fitted) return firn::fuzz::check_diagnostics(fitted.error());
    require(fitted->fit.latency >= firn::Duration{0}, "no latency is below 0");
    require(fitted->fit.rate.bytes_per_second() >= 1, "each rate is at least a byte a second");
    require(fitted->fit.outliers <= fitted->fit.used, "outliers are some of the transfers");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path = kept_in_file(data, size);
    const auto read = firn::io::read_worker_log(path);
    if (read) {
        check_fit(read->log.fetches, firn::workload::Stage::fetch);
        check_fit(read->log.uploads, firn::workload::Stage::upload);
    } else {
        firn::fuzz::check_diagnostics(read.error());
    }
    unlink(path.c_str());
    return 0;
}
