#include "cli/program.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    // A file that reaches the shell's limit (ulimit -f) is reported as a full disk is.
    std::signal(SIGXFSZ, SIG_IGN);
    const bool colours = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
    std::istream* person = isatty(STDIN_FILENO) == 1 ? &std::cin : nullptr;
    firn::cli::Console console{std::cout, std::cerr, colours, isatty(STDERR_FILENO) == 1, person};
    try {
        const std::span words{argv, static_cast<std::size_t>(argc)};
        const std::vector<std::string> arguments(words.begin() + (words.empty() ? 0 : 1), words.end());
        return static_cast<int>(firn::cli::run_program(arguments, console));
    } catch (const std::exception& error) {
        std::cerr << "firn: this should not have happened: " << error.what() << '\n';
        return static_cast<int>(firn::cli::ExitCode::our_fault);
    }
}
