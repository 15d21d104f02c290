#pragma once

#include "core/random/stream.hpp"
#include "core/service/archive_record.hpp"
#include "core/service/sparse_pages.hpp"
#include "core/sim/paged_list.hpp"
#include "core/units/bytes.hpp"

#include <cstdint>
#include <optional>

namespace firn::service {

/// The archives that lie in the vault, by number in the order in which they were stored. Files are numbered
/// through them; of an archive's files the first ones are said to live.
class Catalogue {
  public:
    /// Its files are numbered here; all of them live. Gives the archive's number.
    std::uint64_t add(ArchiveRecord record, const ArchiveContent& content);

    /// nullptr: it was deleted.
    [[nodiscard]] ArchiveRecord* find(std::uint64_t number);
    [[nodiscard]] const ArchiveRecord* find(std::uint64_t number) const;

    // Of an archive that lives:

    [[nodiscard]] ArchiveContent content_of(std::uint64_t number) const;
    /// Of it only the bytes of the files, dead ones too.
    [[nodiscard]] Bytes raw_of(std::uint64_t number) const;
    [[nodiscard]] FilePlace representative_of(std::uint64_t number) const;
    /// Fewer of its files live; it keeps at least one. Their bytes are at most those that live.
    void let_die(std::uint64_t number, std::uint32_t files, Bytes bytes);
    void remove(std::uint64_t number);

    /// The archive of a living file, each of them alike likely: draw n of the stream. nullopt: no file lives.
    [[nodiscard]] std::optional<std::uint64_t> random_file(const random::Stream& stream,
                                                           std::uint64_t n) const;

    /// All living archives have numbers of [begin_number(), end_number()).
    [[nodiscard]] std::uint64_t begin_number() const { return records_.begin_number(); }
    [[nodiscard]] std::uint64_t end_number() const { return records_.end_number(); }

    [[nodiscard]] std::uint64_t archives() const { return archives_; }
    [[nodiscard]] std::uint64_t files() const { return live_files_; }
    [[nodiscard]] Bytes bytes() const { return bytes_; }
    [[nodiscard]] Bytes live() const { return live_; }
    [[nodiscard]] Bytes dead() const { return dead_; }
    /// How many files the archive had when it was stored.
    [[nodiscard]] std::uint64_t files_of(std::uint64_t number) const;

  private:
    /// The number of the archive that had this file.
    [[nodiscard]] std::uint64_t holder_of(std::uint64_t file) const;
    /// The same among living files, which are counted from 0.
    [[nodiscard]] std::uint64_t holder_of_living(std::uint64_t file) const;
    void forget_front();

    /// Every so many files one is marked with its archive: a search for a file begins at the mark before it.
    static constexpr std::uint64_t kFilesPerMark = 256;

    sim::PagedList<ArchiveRecord> records_;
    /// Of archives that are not one file: what lies in them, and how much of it is dead.
    struct Content {
        Bytes raw{};
        Bytes dead{};
        FilePlace representative{};
    };
    SparsePages<Content> contents_;
    sim::PagedList<std::uint64_t> marks_;
    std::uint64_t numbered_files_ = 0;

    std::uint64_t archives_ = 0;
    std::uint64_t live_files_ = 0;
    Bytes bytes_{};
    Bytes live_{};
    Bytes dead_{};
};

}  // namespace firn::service
