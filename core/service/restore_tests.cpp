#include "core/service/restore_tests.hpp"

namespace firn::service {

namespace {

RetrievalLine line_of(const RestoreTest& test, const char* name) {
    return {.name = name, .tier = test.tier, .reader = Reader::restore_test, .within = test.within};
}

}  // namespace

RestoreTests::RestoreTests(const RestoreTest& test, std::uint32_t index, Duration lookup, std::uint64_t seed,
                           RetrievalDesk& desk, LifeQueue& queue)
    : test_{test},
      index_{index},
      lookup_{lookup},
      desk_{desk},
      queue_{queue},
      files_{seed, "restore-test/files"},
      lines_{desk.open(line_of(test, "restore-test/store")), desk.open(line_of(test, "restore-test/s3"))} {}

void RestoreTests::begin(Duration now) {
    queue_.push(now + lookup_, {LifeEventKind::request, index_, static_cast<std::uint64_t>(now.count())});
}

void RestoreTests::ask(Vault& vault, Duration made, Duration now) {
    if (vault.catalogue().files() == 0) return;  // nothing could come back
    if (vault.catalogue().files() < test_.files) ++short_of_files_;
    constexpr std::array kDestinations{Destination::outside, Destination::region};
    for (std::uint32_t i = 0; i < test_.files; ++i) {
        const std::size_t turn = asked_ % 2;
        const auto archive = vault.catalogue().random_file(files_, asked_++);
        if (archive) {
            desk_.ask(lines_.at(turn),
                      {.made = made,
                       .archive = *archive,
                       .size = vault.representative_of(*archive).size,
                       .destination = kDestinations.at(turn)},
                      now);
        } else {
            desk_.not_found(lines_.at(turn), 1, made);
        }
    }
    for (const std::uint32_t line : lines_)
        desk_.start(line, now);
}

void RestoreTests::describe(LifeResult& result) const {
    result.tests_to_store = desk_.outcome(lines_[0]);
    result.tests_to_region = desk_.outcome(lines_[1]);
    result.tests_failed = desk_.tests_failed();
    result.tests_short_of_files = short_of_files_;
}

}  // namespace firn::service
