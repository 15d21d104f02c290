#include "gui/charts/series_plots.hpp"

#include "core/service/service_series.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <variant>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.08;

QString tr(const char* text) { return QCoreApplication::translate("SeriesPlots", text); }

using Buckets = std::vector<sim::SeriesBucket>;

double seconds_of(Duration duration) { return std::chrono::duration<double>(duration).count(); }

sim::Resolution resolution_of(Grain grain) {
    switch (grain) {
        case Grain::days:
            return sim::Resolution::day;
        case Grain::hours:
            return sim::Resolution::hour;
        case Grain::minutes:
            return sim::Resolution::minute;
    }
    return sim::Resolution::day;
}

/// What a number of a series is, and how it is drawn.
struct Measure {
    double unit = 1;  ///< of the axis, in those of the series
    QString (*text)(std::int64_t value) = nullptr;
};

QString count(std::int64_t value) { return count_text(static_cast<std::uint64_t>(value)); }
QString bytes(std::int64_t value) { return rough_text(Bytes{value}); }
QString duration(std::int64_t value) { return rough_text(Duration{value}); }

/// What a bucket is shown as.
enum class Shown { mean, most, sum, p95 };

std::int64_t value_of(const sim::SeriesBucket& bucket, Shown shown) {
    switch (shown) {
        case Shown::mean:
            return bucket.mean_floor();
        case Shown::most:
            return bucket.max;
        case Shown::sum:
            return static_cast<std::int64_t>(bucket.sum);
        case Shown::p95:
            return bucket.quantiles ? bucket.quantiles->p95 : bucket.max;
    }
    return 0;
}

class SeriesPlots {
  public:
    SeriesPlots(const service::ServiceSeries& series, Instant start, Grain grain)
        : all_{series.all()}, start_{start}, grain_{grain} {
        const Buckets whole = buckets_of("stored_bytes");
        if (whole.empty()) return;
        from_ = seconds_of(whole.front().begin);
        to_ = seconds_of(whole.back().begin + whole.back().length);
        if (whole.size() > 1) return;
        for (const service::ServiceSeries::Named& named : all_) {  // one of them may end within its bucket
            for (const sim::SeriesBucket& bucket : buckets_of(named.name))
                to_ = std::max(to_, seconds_of(bucket.begin + bucket.length));
        }
    }

    [[nodiscard]] PlotContent plot(const QString& name, const QString& title, TickMaker ticks) const {
        PlotContent content;
        content.name = name;
        content.description = title;
        content.x = {
            .title = {}, .from = from_, .to = to_ > from_ ? to_ : from_ + 1, .ticks = time_ticks(start_)};
        content.y = {.title = title, .ticks = std::move(ticks)};
        return content;
    }

    void add(PlotContent& content, std::string_view series, const QString& name, int colour, Shown shown,
             const Measure& measure) const {
        Curve curve{.name = name, .colour = colour_of_curve(colour)};
        for (const sim::SeriesBucket& bucket : buckets_of(series)) {
            const std::int64_t value = value_of(bucket, shown);
            curve.points.emplace_back(seconds_of(bucket.begin + bucket.length / 2),
                                      static_cast<double>(value) / measure.unit);
            QString tip = QStringLiteral("%1: %2").arg(name, measure.text(value));
            if (content.curves.empty())
                tip.prepend(QStringLiteral("<b>%1</b><br>").arg(from_utf8(to_text(start_ + bucket.begin))));
            curve.tips.push_back(std::move(tip));
            content.y.to = std::max(content.y.to, curve.points.back().y() * kHeadroom);
        }
        if (curve.points.size() == 1) curve.drawn = Drawn::symbol;  // of which there is no line
        content.curves.push_back(std::move(curve));
    }

  private:
    [[nodiscard]] Buckets buckets_of(std::string_view name) const {
        for (const service::ServiceSeries::Named& named : all_) {
            if (named.name != name) continue;
            return std::visit([this](const auto* series) { return series->buckets(resolution_of(grain_)); },
                              named.series);
        }
        return {};
    }

    std::vector<service::ServiceSeries::Named> all_;
    Instant start_;
    Grain grain_;
    double from_ = 0;
    double to_ = 1;
};

QString per_bucket(Grain grain) {
    switch (grain) {
        case Grain::days:
            return tr("day");
        case Grain::hours:
            return tr("hour");
        case Grain::minutes:
            return tr("minute");
    }
    return {};
}

}  // namespace

std::vector<PlotContent> plots_of(const service::ServiceSeries& series, Instant start, Grain grain) {
    const SeriesPlots plots{series, start, grain};
    constexpr double kMicroseconds = 1e6;
    const Measure counts{1, count};
    const Measure sizes{1, bytes};
    const Measure times{kMicroseconds, duration};
    const QString each = per_bucket(grain);

    PlotContent inflow = plots.plot(tr("Inflow"), tr("Bytes that arrive in a %1").arg(each), byte_ticks);
    plots.add(inflow, "arrived_bytes", tr("Arrived"), 0, Shown::sum, sizes);
    PlotContent lines = plots.plot(tr("Lines"), tr("Longest lines before the workers"), count_ticks);
    plots.add(lines, "waiting_files", tr("Files before the fetchers"), 0, Shown::most, counts);
    plots.add(lines, "waiting_archives", tr("Archives before the uploaders"), 1, Shown::most, counts);
    PlotContent workers =
        plots.plot(tr("Workers"), tr("Workers at work, most in a %1").arg(each), count_ticks);
    plots.add(workers, "busy_fetchers", tr("Fetchers"), 0, Shown::most, counts);
    plots.add(workers, "busy_uploaders", tr("Uploaders"), 1, Shown::most, counts);
    PlotContent latency = plots.plot(tr("Latency"), tr("From arrival until stored"), duration_ticks);
    plots.add(latency, "latency_us", tr("Mean"), 0, Shown::mean, times);
    plots.add(latency, "latency_us", tr("95 % within"), 1, Shown::p95, times);
    plots.add(latency, "latency_us", tr("Slowest"), 4, Shown::most, times);
    PlotContent oldest =
        plots.plot(tr("Unprotected"), tr("Age of the oldest file that is not stored"), duration_ticks);
    plots.add(oldest, "oldest_unprotected_us", tr("Oldest"), 4, Shown::most, times);
    PlotContent stored = plots.plot(tr("Vault"), tr("Bytes in the vault"), byte_ticks);
    plots.add(stored, "stored_bytes", tr("Stored"), 2, Shown::mean, sizes);
    return {inflow, lines, workers, latency, oldest, stored};
}

}  // namespace firn::gui
