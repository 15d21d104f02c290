#include "core/io/worker_log_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::io;
using firn::workload::Stage;

namespace {

ReadWorkerLog read(const std::string& text, const WorkerLogOptions& options = {}) {
    const TemporaryFolder folder;
    return read_worker_log(folder.write("workers.csv", text), options).value();
}

Codes codes(const std::string& text) {
    const TemporaryFolder folder;
    return codes_of(read_worker_log(folder.write("workers.csv", text), {.stage = Stage::fetch}));
}

/// The microseconds of the log's fetches.
std::vector<std::int64_t> durations(const std::string& text, const WorkerLogOptions& options = {}) {
    std::vector<std::int64_t> result;
    const ReadWorkerLog found = read(text, options);
    for (const workload::Transfer& transfer : found.log.fetches.kept())
        result.push_back(transfer.duration.count());
    return result;
}

using Durations = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a worker's log is read by the names of its columns, whose end tells the unit", "[io]") {
    CHECK(durations("size_bytes,duration_us\n100,20010\n") == Durations{20'010});
    CHECK(durations("worker,duration_ms,size\n7,20.01,100\r\n\n8,3e1,5\n") == Durations{20'010, 30'000});
    CHECK(durations("duration_s\tbytes\n0.02001\t100\n") == Durations{20'010});
    CHECK(durations("size,elapsed\n100,20 ms\n100,\"1.5 s\"\n") == Durations{20'000, 1'500'000});
}

TEST_CASE("start and end give the duration of a transfer", "[io]") {
    CHECK(durations("size,start,end\n1,2013-03-05T07:00:00.5Z,2013-03-05T07:00:02Z\n") ==
          Durations{1'500'000});
    CHECK(durations("size,start,end\n1,1362441600.5,1362441602\n") == Durations{1'500'000});
    CHECK(durations("size,start,end\n1,1362441600500,1362441602000\n") == Durations{1'500'000});
    CHECK(durations("size,start_ms,end_ms\n1,500,2000\n") == Durations{1'500'000});
}

TEST_CASE("columns of a worker's log can be named", "[io]") {
    const auto names = parse_worker_columns("size=n, duration=took, unit=ms, stage=what").value();
    const ReadWorkerLog found =
        read("n,took,what\n100,20,Fetcher\n200,30,upload\n", {.columns = names, .stage = std::nullopt});
    CHECK(found.log.fetches.count() == 1);
    CHECK(found.log.uploads.kept().front().size == Bytes{200});
    CHECK(found.log.uploads.kept().front().line == 3);
    CHECK(found.notes.empty());
    CHECK_FALSE(parse_worker_columns("size"));
    CHECK_FALSE(parse_worker_columns("unit=parsec"));
    CHECK_FALSE(parse_worker_columns("duration=a,start=b"));
}

TEST_CASE("of a log with stages one can be chosen, and one without is said to be read as fetches", "[io]") {
    const std::string log = "size,duration_us,stage\n1,2,fetch\n3,4,upload\n";
    CHECK(read(log, {.stage = Stage::upload}).log.fetches.count() == 0);
    CHECK(read(log, {.stage = Stage::upload}).log.uploads.count() == 1);
    CHECK(read("size,duration_us\n1,2\n").notes.front().code == "stage-assumed");
    CHECK(read("size,duration_us\n1,2\n", {.stage = Stage::upload}).log.uploads.count() == 1);
}

TEST_CASE("each bad row of a worker's log is told", "[io]") {
    const std::string header = "size,duration,stage\n";
    CHECK(
        codes(header +
              "x,1 ms,fetch\n1,2,fetch\n1,-1 ms,fetch\n1,400 days,fetch\n1,9000 h,fetch\n1,1 ms,walk\n1\n") ==
        Codes{"size-not-a-number", "duration-not-readable", "duration-negative", "duration-not-readable",
              "duration-too-long", "stage-unknown", "field-missing"});
    CHECK(codes("size,duration_us\n-1,1\n99999999999999999999,1\n1,\"1\n1,nan\n1,inf\n") ==
          Codes{"size-negative", "size-too-large", "quote-not-closed", "duration-not-readable",
                "duration-not-readable"});
    CHECK(codes("size,start,end\n1,yesterday,2013-03-05\n1,2013-03-05,2013-03-04\n1,12,13\n") ==
          Codes{"time-not-readable", "duration-negative", "time-not-readable"});
}

TEST_CASE("a header without a size or a duration is refused", "[io]") {
    CHECK(codes("a,b\n1,2\n") == Codes{"trace-header", "trace-header"});
    CHECK(codes("size,start\n1,2\n") == Codes{"trace-header"});
}

TEST_CASE("of a log that is too long for the memory every second transfer is kept", "[io]") {
    // Room for 4: the fifth makes room by keeping numbers 0, 2 and joins as number 4; number 8 makes room
    // again and leaves 0, 4, 8.
    workload::Transfers transfers{4};
    for (int i = 0; i < 9; ++i)
        transfers.add({.size = Bytes{i}, .duration = Duration{1}, .line = 1});
    CHECK(transfers.count() == 9);
    CHECK(transfers.stride() == 4);
    REQUIRE(transfers.kept().size() == 3);
    CHECK(transfers.kept()[1].size == Bytes{4});
    CHECK(transfers.kept()[2].size == Bytes{8});
}
