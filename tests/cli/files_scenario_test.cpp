#include "cli/program.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace firn;
namespace fs = std::filesystem;

namespace {

/// A folder for one test.
class Folder {
  public:
    Folder() : path_{fs::temp_directory_path() / ("firn-save-" + std::to_string(getpid()))} {
        fs::create_directories(path_ / "below");
        write("listing.csv",
              "timestamp_utc,size_bytes\n2013-03-05T07:30:15Z,25000\n2013-06-06T08:00:00Z,30000\n");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{path_ / name} << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream{path_ / name}.rdbuf();
        return text.str();
    }

  private:
    fs::path path_;
};

struct Ran {
    cli::ExitCode code = cli::ExitCode::done;
    std::string out;
    std::string err;
};

Ran run(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err};
    const cli::ExitCode code = cli::run_program(arguments, console);
    return {code, out.str(), err.str()};
}

std::string line_with(const std::string& text, const std::string& word) {
    const auto at = text.find(word);
    REQUIRE(at != std::string::npos);
    return text.substr(at, text.find('\n', at) - at);
}

}  // namespace

TEST_CASE("the scenario saved by a plan of files gives the same plan", "[cli]") {
    const Folder folder;
    const Ran first = run({"plan", folder.at("listing.csv"), "--region", "eu-west-1", "--format", "csv",
                           "--save-scenario", folder.at("below/saved.yaml")});
    INFO(first.err);
    REQUIRE(first.code == cli::ExitCode::done);
    const Ran again = run({"plan", folder.at("below/saved.yaml"), "--format", "csv"});
    INFO(again.err);
    CHECK(again.out == first.out);
}

TEST_CASE("a trace that a run moved is moved in the saved scenario too", "[cli]") {
    const Folder folder;
    const Ran first = run({"simulate", folder.at("listing.csv"), "--start", "2015-01-01", "--format", "csv",
                           "--save-scenario", folder.at("saved.yaml")});
    REQUIRE(first.code == cli::ExitCode::done);
    CHECK(folder.read("saved.yaml").find("starts_at: scenario") != std::string::npos);
    CHECK(run({"simulate", folder.at("saved.yaml"), "--format", "csv"}).out == first.out);
}

TEST_CASE("a plan of files says which settings nobody stated", "[cli]") {
    const Folder folder;
    const Ran ran =
        run({"plan", folder.at("listing.csv"), "--region", "eu-west-1", "--set", "pipeline.fetchers=4"});
    const std::string assumed = line_with(ran.out, "assumed: not stated:");
    CHECK(assumed.find("start 2013-03 (the month of the first file)") != std::string::npos);
    CHECK(assumed.find("pipeline.bundle_size 25 MB") != std::string::npos);
    CHECK(assumed.find("region") == std::string::npos);
    CHECK(assumed.find("pipeline.fetchers") == std::string::npos);
}

TEST_CASE("files whose bundle size decides nothing, and that nobody stated, may take any", "[cli]") {
    const Folder folder;
    folder.write(
        "dumps.csv",
        "timestamp_utc,size_bytes\n2013-03-05T07:30:15Z,42949672960\n2013-03-06T08:00:00Z,42949672960\n");
    const Ran any = run({"plan", folder.at("dumps.csv"), "--months", "1"});
    CHECK(any.out.starts_with("Take any, such as 1 MiB: the bundle size changes nothing."));
    CHECK(any.out.find("\n2 files become 2 archives; ") != std::string::npos);
    CHECK(any.out.find("At 1 MiB") == std::string::npos);
    const Ran kept =
        run({"plan", folder.at("dumps.csv"), "--months", "1", "--set", "pipeline.bundle_size=64 MiB"});
    CHECK(kept.out.starts_with("Keep the scenario's 64 MiB: the bundle size changes nothing."));
}

TEST_CASE("a run never writes over the file that it read", "[cli]") {
    const Folder folder;
    const std::string before = folder.read("listing.csv");
    const Ran ran =
        run({"plan", folder.at("listing.csv"), "--save-scenario", folder.at("below/../listing.csv")});
    CHECK(ran.code == cli::ExitCode::usage_error);
    CHECK(ran.err.find("[output-is-input]") != std::string::npos);
    CHECK(folder.read("listing.csv") == before);
}

TEST_CASE("a new scenario for files holds all of them", "[cli]") {
    const Folder folder;
    folder.write("long.csv", "timestamp_utc,size_bytes\n2013-03-05T07:30:15Z,1\n2014-12-06T08:00:00Z,2\n");
    const Ran ran = run({"scenario", "new", folder.at("long.csv")});
    INFO(ran.err);
    CHECK(line_with(ran.out, "start:") == "start: 2013-03-01T00:00:00Z");
    CHECK(line_with(ran.out, "months:") == "months: 22");  // March 2013 to December 2014
}

TEST_CASE("a saved scenario says when it takes more files than the run did", "[cli]") {
    const Folder folder;
    const Ran ran = run(
        {"simulate", folder.at("listing.csv"), "--files", "1", "--save-scenario", folder.at("saved.yaml")});
    CHECK(ran.code == cli::ExitCode::done);
    CHECK(ran.err.find("[files-not-saved]") != std::string::npos);
}

TEST_CASE("a listing of folders is no scenario, whatever a folder is called", "[cli]") {
    const Folder folder;
    folder.write("listing.txt",
                 "other:\ntotal 4\n-rw-r--r-- 1 a a 5 2013-03-05 07:30:15.000000000 +0000 x\n\n"
                 "scenario:\ntotal 4\n-rw-r--r-- 1 a a 7 2013-03-06 07:30:15.000000000 +0000 y\n");
    const Ran ran = run({"simulate", folder.at("listing.txt"), "--as", "arrivals"});
    INFO(ran.err);
    CHECK(ran.code == cli::ExitCode::done);
    CHECK(ran.out.find("2 files become") != std::string::npos);
}

TEST_CASE("a scenario may have any name", "[cli]") {
    const Folder folder;
    folder.write(
        "plan.txt",
        "# mine\nname: x\nscenario: 1\nstart: 2013-03-01\nworkload:\n  trace: {file: listing.csv}\n");
    CHECK(run({"simulate", folder.at("plan.txt")}).code == cli::ExitCode::done);
}

TEST_CASE("a folder with a manifest.json of another program is an ordinary folder", "[cli]") {
    const Folder folder;
    folder.write("manifest.json", "{\"name\": \"an app\", \"icons\": []}");
    const Ran ran = run({"trace", "info", folder.at(""), "--format", "json"});
    INFO(ran.err);
    CHECK(ran.code == cli::ExitCode::done);
    CHECK(ran.out.find("\"format\": \"folder\"") != std::string::npos);
}

TEST_CASE("an answer never goes over a file that is read for it", "[cli]") {
    const Folder folder;
    const std::string before = folder.read("listing.csv");
    const auto command = GENERATE(std::vector<std::string>{"plan"}, std::vector<std::string>{"trace", "info"},
                                  std::vector<std::string>{"scenario", "new"});
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {folder.at("listing.csv"), "--output", folder.at("listing.csv")});
    CHECK(run(arguments).code == cli::ExitCode::usage_error);
    CHECK(folder.read("listing.csv") == before);
}

TEST_CASE("the scenario of archives that lie there is saved too", "[cli]") {
    const Folder folder;
    const Ran ran = run({"plan", folder.at("listing.csv"), "--as", "archives", "--start", "2014-01-01",
                         "--save-scenario", folder.at("saved.yaml")});
    INFO(ran.err);
    CHECK(ran.code == cli::ExitCode::done);
    CHECK(folder.read("saved.yaml").find("as: archives") != std::string::npos);
}

TEST_CASE("months without prices are refused before anything is replayed", "[cli]") {
    const Folder folder;
    const Ran ran = run({"plan", folder.at("listing.csv"), "--start", "2012-06-01", "--months", "12"});
    CHECK(ran.err.find("[month-outside-price-book]") != std::string::npos);
}

TEST_CASE("a plan says first when the workers do not keep up", "[cli]") {
    const Folder folder;
    // An hour a file: March's 744 hours see the first 744 of 3,000 files.
    folder.write("slow.yaml",
                 "scenario: 1\nstart: 2013-03-01\nmonths: 1\nworkload: {reference_w1: {files: 3000}}\n"
                 "pipeline: {fetchers: 1, fetch_latency: 1 h, bundle_size: 1 MB}\n");
    const Ran ran = run({"plan", folder.at("slow.yaml")});
    INFO(ran.err);
    CHECK(line_with(ran.out, "The workers do not keep up: of ").find("more fetchers or uploaders") !=
          std::string::npos);
}

TEST_CASE("beside another trace the scenario's other files are found from its folder all the same", "[cli]") {
    const Folder folder;
    const std::string keyed = "timestamp_utc,size_bytes,key\n2013-03-05T07:30:15Z,25000,a\n";
    folder.write("below/keyed.csv", keyed);
    folder.write("other.csv", keyed);
    folder.write("below/wanted.csv", "timestamp_utc,key\n2013-03-20T00:00:00Z,a\n");
    folder.write("below/service.yaml",
                 "scenario: 1\nname: keyed\nstart: 2013-03-01\nmonths: 1\n"
                 "workload: {trace: {file: keyed.csv}}\n"
                 "restores: [{name: wanted, trace: wanted.csv}]\n");
    const Ran ran = run({"simulate", folder.at("below/service.yaml"), "--trace", folder.at("other.csv"),
                         "--save-scenario", folder.at("saved.yaml")});
    INFO(ran.err);
    REQUIRE(ran.code == cli::ExitCode::done);
    CHECK(ran.out.find("1 file asked for") != std::string::npos);
    const std::string saved = folder.read("saved.yaml");
    CHECK(saved.find("below/wanted.csv") != std::string::npos);
    CHECK(run({"simulate", folder.at("saved.yaml")}).code == cli::ExitCode::done);
}

TEST_CASE("a folder stands for the files in it, unless it holds a scenario", "[cli]") {
    const Folder folder;
    folder.write("below/file.bin", "some bytes");
    const Ran files = run({"simulate", folder.at("below"), "--start", "2026-01-01"});
    INFO(files.err);
    CHECK(files.code == cli::ExitCode::done);
    folder.write("below/scenario.yaml", "scenario: 1\n");
    const Ran refused = run({"simulate", folder.at("below"), "--start", "2026-01-01"});
    CHECK(refused.code == cli::ExitCode::input_error);
    CHECK(refused.err.find("[folder-of-scenario]") != std::string::npos);
}

TEST_CASE("a plan of archives that lie there already knows their owners and keys, as a run does", "[cli]") {
    const Folder folder;
    folder.write("below/archives.csv",
                 "timestamp_utc,size_bytes,key\n2013-03-01T00:00:00Z,1000000,u1/a\n"
                 "2013-03-01T00:00:00Z,2000000,u2/b\n2013-03-01T00:00:00Z,3000000,u1/c\n");
    folder.write("below/wanted.csv", "timestamp_utc,key\n2013-03-05T00:00:00Z,u1/c\n");
    folder.write("below/service.yaml",
                 "scenario: 1\nstart: 2013-03-01\nmonths: 1\n"
                 "workload: {trace: {file: archives.csv, as: archives}}\n"
                 "restores: [{name: o, batch: owner u1, at: 2013-03-10}, {name: t, trace: wanted.csv}]\n");
    const Ran plan = run({"plan", folder.at("below/service.yaml")});
    INFO(plan.err);
    REQUIRE(plan.code == cli::ExitCode::done);
    CHECK(plan.out.find("o: 2 of 2 files asked for") != std::string::npos);
    CHECK(plan.out.find("t: 1 of 1 file asked for") != std::string::npos);
    CHECK(plan.out.find("Nobody knows") == std::string::npos);
}
