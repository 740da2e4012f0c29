using Autofac;
using MediatR;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.Report;

namespace Seminar.Synthesis.Tests;

/// <summary>Files in preparation: each visitor has a part, and takes nobody else's.</summary>
public sealed class Preparations_of_each : IDisposable
{
    private readonly SlowReports _reports = new();
    private readonly IContainer _module;
    private readonly Preparations _all;

    public Preparations_of_each()
    {
        var services = new ContainerBuilder();
        services.RegisterInstance(_reports).As<IMediator>();
        _module = services.Build();
        _all = new Preparations(_module, TimeProvider.System);
    }

    public void Dispose()
    {
        _all.Dispose();
        _module.Dispose();
    }

    [Fact]
    public void One_visitor_has_three_at_once_and_leaves_room_for_another()
    {
        Enumerable.Range(0, 5).Count(_ => _all.Begin("one", null, "docx", WorkshopReader.Anyone) is not null).Should().Be(3);

        _all.Begin("another", null, "docx", WorkshopReader.Anyone).Should().NotBeNull();
    }

    [Fact]
    public async Task Of_files_that_one_visitor_does_not_fetch_the_oldest_make_room()
    {
        _reports.AreReady = true;
        var others = _all.Begin("another", null, "docx", WorkshopReader.Anyone)!;
        var begun = new List<Preparation>();
        for (var i = 0; i < 10; i++)
        {
            begun.Add(_all.Begin("one", null, "docx", WorkshopReader.Anyone)!);
            await begun[i].Work;
        }

        begun.Count(each => _all.Find(each.Id) is not null).Should().Be(4);
        _all.Find(begun[^1].Id).Should().NotBeNull();
        _all.Find(others.Id).Should().NotBeNull();
    }

    /// <summary>Makes reports that end when the test says so.</summary>
    private sealed class SlowReports : IMediator
    {
        public bool AreReady { get; set; }

        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            var made = new TaskCompletionSource<MadeReport>();
            if (AreReady)
            {
                made.SetResult(MadeReport.Later(""));
            }

            return (Task<TResponse>)(object)made.Task;
        }

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}
