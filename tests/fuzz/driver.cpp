// Runs a fuzz target without libFuzzer: fuzz_NAME RUNS SECONDS TOKENS SEEDS...
//
// Inputs are the seeds (files, or all files of folders) and changed ones, RUNS in all, but no more than fit
// into SECONDS. Input number n is always the same. A child process runs the target, so that the parent can
// say which input was its end, and keeps it in the file "fuzz_NAME.input" of the working directory;
// `fuzz_NAME FILE` runs that alone.

#include "tests/fuzz/mutation.hpp"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using firn::fuzz::Corpus;

/// An input that takes longer than this hangs.
constexpr unsigned kHangAfterSeconds = 60;

std::string read_file(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Files in the order of their names, whatever the file system says.
std::vector<fs::path> files_of(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{path}) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// One character of a token: itself, or \\, \" or \xNN.
char take_character(std::string_view& rest) {
    if (rest.substr(0, 2) == "\\x" && rest.size() >= 4) {
        const auto code = std::stoi(std::string{rest.substr(2, 2)}, nullptr, 16);
        rest.remove_prefix(4);
        return static_cast<char>(code);
    }
    if (rest.front() == '\\' && rest.size() >= 2) rest.remove_prefix(1);
    const char character = rest.front();
    rest.remove_prefix(1);
    return character;
}

/// Tokens in the notation of libFuzzer: "..." on a line, other lines are comments.
std::vector<std::string> read_tokens(const fs::path& path) {
    std::vector<std::string> tokens;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        if (line.size() < 2 || line.front() != '"') continue;
        std::string token;
        for (std::string_view rest{line.data() + 1, line.size() - 2}; !rest.empty();)
            token += take_character(rest);
        tokens.push_back(token);
    }
    return tokens;
}

void run_input(const std::string& input) {
    // A copy of its own size, so that a sanitizer sees every step beyond its end.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

/// What the child tells the parent: how many inputs are done.
std::uint64_t* shared_counter() {
    void* const page =
        mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) std::abort();
    return new (page) std::uint64_t{0};
}

void run_all(const Corpus& corpus, std::uint64_t runs, std::chrono::seconds limit, std::uint64_t& done) {
    const auto start = std::chrono::steady_clock::now();
    while (done < runs && std::chrono::steady_clock::now() - start < limit) {
        alarm(kHangAfterSeconds);
        run_input(firn::fuzz::input_number(corpus, done));
        ++done;
    }
}

/// Whether the child ended well.
bool run_in_child(const Corpus& corpus, std::uint64_t runs, std::chrono::seconds limit, std::uint64_t& done) {
    std::cout.flush();
    const pid_t child = fork();
    if (child == 0) {
        run_all(corpus, runs, limit, done);
        std::exit(EXIT_SUCCESS);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments{argv, argv + argc};
    if (arguments.size() == 2) {
        run_input(read_file(arguments[1]));
        return EXIT_SUCCESS;
    }
    if (arguments.size() < 5) {
        std::cerr << "usage: " << arguments[0] << " RUNS SECONDS TOKENS SEEDS... | FILE\n";
        return EXIT_FAILURE;
    }
    Corpus corpus{.seeds = {}, .tokens = read_tokens(arguments[3])};
    for (auto seed = arguments.begin() + 4; seed != arguments.end(); ++seed) {
        for (const fs::path& file : files_of(*seed))
            corpus.seeds.push_back(read_file(file));
    }
    if (corpus.seeds.empty()) corpus.seeds.emplace_back();

    std::uint64_t* const done = shared_counter();
    const bool good =
        run_in_child(corpus, std::stoull(arguments[1]), std::chrono::seconds{std::stoi(arguments[2])}, *done);
    std::cout << *done << " inputs from " << corpus.seeds.size() << " seeds\n";
    if (good) return EXIT_SUCCESS;
    const std::string kept = fs::path{arguments[0]}.filename().string() + ".input";
    std::ofstream{kept, std::ios::binary} << firn::fuzz::input_number(corpus, *done);
    std::cerr << "input number " << *done << " was the end; it is kept in " << kept << '\n';
    return EXIT_FAILURE;
}
