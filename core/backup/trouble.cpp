#include "core/backup/trouble.hpp"

namespace firn::backup {

Diagnostic diagnostic_of(const Trouble& trouble) {
    Diagnostic diagnostic;
    switch (trouble.kind) {
        case Trouble::Kind::archive_too_large:
            diagnostic.code = "archive-too-large";
            diagnostic.what = "an archive of " + to_text(trouble.bytes) + " is larger than the service takes";
            diagnostic.expected = "at most 40,000 GiB an archive: 10,000 parts of 4 GiB";
            diagnostic.remedy = "choose a smaller bundle_size or max_age, or leave out files of that size";
            break;
        case Trouble::Kind::time_out_of_range:
            diagnostic.code = "simulation-time-out-of-range";
            diagnostic.what = "the simulation runs past the year 9999";
            diagnostic.expected = "uploads that end in the years 1970 to 9999";
            diagnostic.remedy =
                "choose more workers, higher rates or rarer outages, or check the sizes and times of the "
                "files";
            break;
        case Trouble::Kind::bytes_out_of_range:
            diagnostic.code = "simulation-bytes-out-of-range";
            diagnostic.what = "the files have more bytes than a simulation can count";
            diagnostic.expected = "at most 2 EiB in all";
            diagnostic.remedy = "check the sizes of the files";
            break;
    }
    return diagnostic;
}

}  // namespace firn::backup
