#include "cli/restore_lists.hpp"
#include "core/io/read_text_file.hpp"
#include "core/restore/pacings.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

using namespace firn;
using namespace firn::restore;

namespace {

namespace fs = std::filesystem;

/// A folder that does not exist yet, and does not afterwards.
class NewFolder {
  public:
    NewFolder() { remove(); }
    ~NewFolder() { remove(); }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    void remove() const {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    // Tests run beside each other: each process has its own.
    fs::path path_ = fs::temp_directory_path() / ("firn-restore-lists-test-" + std::to_string(getpid()));
};

/// 100,000 archives of a kilobyte over a link that takes 5,040 of them an hour: 20 rounds.
Wish small_files() {
    return {.storage_class = "deep_archive",
            .bytes = Bytes{100'000'000},
            .archives = 100'000,
            .start = std::chrono::sys_days{std::chrono::year{2026} / 9 / 1},
            .link = ByteRate{1400},
            .unpack_rate = ByteRate{1'000'000}};
}

std::string text_of(const fs::path& path) {
    const auto text = io::read_text_file(path.string());
    REQUIRE(text);
    return *text;
}

}  // namespace

TEST_CASE("each archive of a restore is in exactly one list", "[cli]") {
    const NewFolder folder;
    const Wish wish = small_files();
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = storage::retrieval_times("deep_archive", wish.start)};
    Way way;
    way.rounds = rounds_by_link(wish, 1);
    for (Round& round : way.rounds)
        round.copy_days = 3;
    const auto lists = cli::write_restore_lists(way, service, wish, folder.path().string());
    REQUIRE(lists);
    CHECK(*lists == 20);
    std::multiset<std::int64_t> numbers;
    for (const auto& entry : fs::directory_iterator{folder.path()}) {
        if (entry.path().filename() == "rounds.csv") continue;
        std::istringstream lines{text_of(entry.path())};
        std::string line;
        std::getline(lines, line);
        CHECK(line == "archive,copy_days,bytes");
        while (std::getline(lines, line)) {
            numbers.insert(std::stoll(line));
            REQUIRE(line.ends_with(",3,1000"));
        }
    }
    CHECK(numbers.size() == 100'000);
    CHECK(std::set<std::int64_t>{numbers.begin(), numbers.end()}.size() == 100'000);
    CHECK(*numbers.begin() == 1);
    CHECK(*numbers.rbegin() == 100'000);
    CHECK(text_of(folder.path() / "rounds.csv")
              .starts_with("hour,tier,archives,first_archive,bytes,copy_days,list\n"
                           "0,bulk,5040,1,5040000,3,hour-00000-bulk.csv\n"));
}

TEST_CASE("a list names each archive with its own bytes", "[cli]") {
    const NewFolder folder;
    Wish wish = small_files();
    wish.sizes = std::make_shared<const ArchiveSizes>(std::vector<Bytes>{Bytes{300}, Bytes{20}, Bytes{50}});
    wish.archives = 3;
    wish.bytes = Bytes{370};
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = storage::retrieval_times("deep_archive", wish.start)};
    Way way;
    way.rounds = {round_of(wish, {}, 1, 0, 3)};
    REQUIRE(cli::write_restore_lists(way, service, wish, folder.path().string()));
    CHECK(text_of(folder.path() / "hour-00000-bulk.csv") ==
          "archive,copy_days,bytes\n1,,300\n2,,20\n3,,50\n");
}

TEST_CASE("lists are never written over older ones", "[cli]") {
    const NewFolder folder;
    const Wish wish = small_files();
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = storage::retrieval_times("deep_archive", wish.start)};
    Way way;
    way.rounds = rounds_by_link(wish, 0);
    REQUIRE(cli::write_restore_lists(way, service, wish, folder.path().string()));
    const std::string before = text_of(folder.path() / "rounds.csv");
    const auto again = cli::write_restore_lists(way, service, wish, folder.path().string());
    REQUIRE_FALSE(again);
    CHECK(again.error().front().code == "lists-exist");
    CHECK(text_of(folder.path() / "rounds.csv") == before);
}
