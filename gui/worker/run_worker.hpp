#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace firn::gui {

/// How far a run has come.
struct RunProgress {
    QString stage{};
    std::uint64_t files = 0;
    std::optional<int> percent{};  ///< absent where nobody knows how much there is
    QString counted{};             ///< what is counted, where it is not files
};

/// What a run in another thread knows of the window: whether it is still wanted, and whom to tell how far it
/// is.
class RunContext {
  public:
    explicit RunContext(std::function<void(RunProgress)> tell) : tell_{std::move(tell)} {}

    [[nodiscard]] bool is_cancelled() const { return cancelled_; }
    void cancel() { cancelled_ = true; }
    /// Passed on at most some times a second; from any thread.
    void tell(RunProgress progress);

  private:
    std::function<void(RunProgress)> tell_;
    std::atomic<bool> cancelled_ = false;
    std::atomic<std::int64_t> last_told_ = 0;  ///< milliseconds
};

/// Runs in a thread pool, one at a time; a run that is started supersedes the one before, whose value nobody
/// gets: the last one wins. To be used from the window's thread. Its end waits for the run to notice.
class RunWorker : public QObject {
    Q_OBJECT

  public:
    /// What is done in the window's thread with the finished value.
    using Delivery = std::function<void()>;
    /// The work, in another thread; an empty delivery where it was cancelled. What it throws is told by
    /// failed().
    using Work = std::function<Delivery(RunContext&)>;

    explicit RunWorker(QObject* parent = nullptr);
    ~RunWorker() override;

    void start(Work work);
    /// Nothing runs from now on; what ran is not delivered, even if it notices only later.
    void cancel();
    [[nodiscard]] bool is_running() const { return current_ != nullptr || waiting_ != nullptr; }

  signals:
    void progressed(const firn::gui::RunProgress& progress);
    /// The work threw what nobody had foreseen.
    void failed(const QString& what);
    /// Nothing runs any more: delivered, failed, or cancelled.
    void ended();

  private:
    void launch(Work work);
    [[nodiscard]] Delivery done(const Work& work, RunContext& context);
    void conclude(const std::shared_ptr<RunContext>& context, const Delivery& delivery);

    QThreadPool pool_;
    std::shared_ptr<RunContext> current_;
    std::uint64_t runs_ = 0;  ///< that were launched: what a run tells counts only while it is the last one
    std::unique_ptr<Work> waiting_;
};

}  // namespace firn::gui
