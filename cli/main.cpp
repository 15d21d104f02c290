#include "cli/program.hpp"

#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    firn::cli::Console console{std::cout, std::cerr, isatty(STDERR_FILENO) == 1};
    try {
        return static_cast<int>(firn::cli::run_program({argv + 1, argv + argc}, console));
    } catch (const std::exception& error) {
        std::cerr << "firn: this should not have happened: " << error.what() << '\n';
        return static_cast<int>(firn::cli::ExitCode::our_fault);
    }
}
