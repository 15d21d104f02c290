#pragma once

#include "core/diag/result.hpp"
#include "core/io/bad_rows.hpp"
#include "core/io/json_scanner.hpp"
#include "core/io/reading_tally.hpp"
#include "core/io/trace_format.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace firn::io {

/// The rows of a listing in JSON, block by block, in the order of the file:
///
///     {"Contents": [{"Key": "a.jpg", "LastModified": "2013-03-05T07:30:15+00:00", "Size": 25000}]}
///     [{"Path": "a.jpg", "Size": 25000, "ModTime": "2013-03-05T07:30:15.25Z", "IsDir": false}]
///
/// Any number of such texts (pages) follow each other; an array of the objects alone is read too.
class JsonListing {
  public:
    /// `format` is one of is_json().
    JsonListing(JsonScanner scanner, TraceFormat format, std::shared_ptr<ReadingTally> tally,
                const workload::FileColumns& columns = {});

    /// As a TraceSource, in the order of the file.
    [[nodiscard]] Result<bool> read(workload::TraceBlock& block);

  private:
    /// What the objects of the list at hand are.
    enum class List { none, files, versions, delete_markers, prefixes };
    /// An object of a list, as far as it has been read.
    struct Element;

    [[nodiscard]] Result<bool> take_rows(workload::TraceBlock& block);
    [[nodiscard]] Result<bool> take_outside(JsonToken token);
    [[nodiscard]] Result<bool> take_page_key();
    [[nodiscard]] Result<bool> open_list(List list);
    [[nodiscard]] Result<bool> take_element(JsonToken token, workload::TraceBlock& block);
    [[nodiscard]] Result<bool> take_fields(Element& element);
    void take_field(std::string_view key, JsonToken token, Element& element);
    void finish(const Element& element, workload::TraceBlock& block);
    void end_page();
    void add_bad(RowKind kind);
    void count(Remarks remarks);

    JsonScanner scanner_;
    TraceFormat format_;
    workload::FileColumns columns_;
    std::shared_ptr<ReadingTally> tally_;
    BadRows bad_;
    List list_ = List::none;
    std::string key_room_;
    bool page_is_known_ = false;  ///< a key of the page is one that such a listing has
    bool page_has_keys_ = false;
    bool goes_on_ = false;  ///< the last page says that another follows
    bool at_end_ = false;
};

}  // namespace firn::io
