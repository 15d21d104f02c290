#include "cli/program.hpp"
#include "core/io/read_text_file.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

using namespace firn;

// README.md shows files, and what the program says of them: "$ firn bill april.yaml --explain" stands over
// the answer, the YAML before it is april.yaml, and "..." leaves lines out.
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrompt = "$ firn ";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

/// An answer that the page shows, and the file before it.
struct Shown {
    std::vector<std::string> arguments;
    std::string file;
    std::vector<std::string> lines;
};

std::vector<Shown> shown_in(const std::string& page) {
    std::vector<Shown> all;
    std::string file;
    std::string block;
    std::string language;
    bool is_inside = false;
    for (const std::string& line : lines_of(page)) {
        if (!line.starts_with("```")) {
            if (is_inside) block += line + '\n';
            continue;
        }
        if (is_inside && language == "yaml") file = block;
        if (is_inside && block.starts_with(kPrompt)) {
            std::vector<std::string> lines = lines_of(block);
            all.push_back({words_of(lines.front().substr(kPrompt.size())), file, {}});
            all.back().lines.assign(lines.begin() + 1, lines.end());
        }
        language = line.substr(3);
        block.clear();
        is_inside = !is_inside;
    }
    return all;
}

/// A file in a folder that does not exist afterwards.
class FileOfPage {
  public:
    FileOfPage(const std::string& name, const std::string& text) {
        fs::create_directories(folder_);
        std::ofstream{folder_ / name} << text;
    }
    ~FileOfPage() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    FileOfPage(const FileOfPage&) = delete;
    FileOfPage& operator=(const FileOfPage&) = delete;
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  private:
    fs::path folder_ = fs::temp_directory_path() / ("firn-readme-test-" + std::to_string(getpid()));
};

std::vector<std::string> answer_to(const Shown& shown) {
    REQUIRE(shown.arguments.size() >= 2);
    std::vector<std::string> arguments = shown.arguments;
    const FileOfPage file{arguments[1], shown.file};
    arguments[1] = file.path(arguments[1]);
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err};
    const cli::ExitCode code = cli::run_program(arguments, console);
    INFO(err.str());
    REQUIRE(code == cli::ExitCode::done);
    return lines_of(out.str());
}

}  // namespace

TEST_CASE("what README.md shows of an answer is what the program says", "[cli]") {
    const auto page = io::read_text_file(FIRN_SOURCE_DIR "/README.md");
    REQUIRE(page);
    const std::vector<Shown> all = shown_in(*page);
    REQUIRE(all.size() == 2);
    for (const Shown& shown : all) {
        const std::vector<std::string> answer = answer_to(shown);
        auto at = answer.begin();
        bool leaves_out = false;
        for (const std::string& line : shown.lines) {
            const bool is_gap = line.ends_with("...") && words_of(line).size() == 1;
            const auto found = is_gap ? at : std::find(at, answer.end(), line);
            INFO(shown.arguments[1] << ": " << line);
            REQUIRE((is_gap || found != answer.end()));
            CHECK((leaves_out || found == at));
            at = is_gap ? at : found + 1;
            leaves_out = is_gap;
        }
        CHECK((leaves_out || at == answer.end()));
    }
}
