using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Files;
using Seminar.Host.Reading;

namespace Seminar.Host.Tests.Reading;

/// <summary>It does it in another process, within bounds; whoever sent it gets a sentence, and the next file is read.</summary>
public sealed class Whatever_a_file_does_to_its_reader : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Repeat((byte)'a', 100_000)];

    /// <summary>Short, so that the tests are: the bounds themselves are constants.</summary>
    private static readonly FileBounds Short = new(TimeSpan.FromSeconds(1), 1024 * 1024);

    private readonly SentFiles _files = new(ReadingProgram.Own, TimeProvider.System, NullLogger<SentFiles>.Instance);

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task It_is_read_elsewhere_as_it_was_sent_with_nothing_of_the_house_around_it()
    {
        Environment.SetEnvironmentVariable("Mail__Password", "secret");

        var read = await FaithfulAsync("liste.csv", "Prénom ; « é »"u8.ToArray());

        (read.Name, read.Content).Should().Be(("liste.csv", "Prénom ; « é »"));
        read.Process.Should().NotBe(Environment.ProcessId);
        read.Folder.Should().StartWith(Path.TrimEndingDirectorySeparator(Path.GetTempPath()));
        read.Environment.Should().NotContain("Mail__Password").And.Contain("DOTNET_GCHeapHardLimit");
    }

    [Fact]
    public async Task A_process_that_keeps_within_bounds_reads_the_next_file_too()
    {
        var first = await FaithfulAsync("un", Content);
        var second = await FaithfulAsync("deux", Content);

        second.Process.Should().Be(first.Process);
        second.Content.Should().HaveLength(Content.Length);
    }

    [Fact]
    public async Task It_takes_no_longer_than_permitted() => (await RefusalAsync<Endless>()).Should().StartWith("Ce fichier demande trop de temps à lire");

    [Fact]
    public async Task It_goes_no_deeper_than_a_process_can() => (await RefusalAsync<Bottomless>(FileBounds.Usual)).Should().StartWith("Ce fichier est fait de parties trop emboîtées");

    [Fact]
    public async Task It_takes_no_more_memory_than_permitted() => (await RefusalAsync<Hoarding>(FileBounds.Usual)).Should().StartWith("Ce fichier demande trop de mémoire à lire");

    [Fact]
    public async Task Nor_memory_that_the_runtime_does_not_count() => (await RefusalAsync<Burying>(FileBounds.Usual)).Should().StartWith("Ce fichier demande trop de mémoire à lire");

    [Fact]
    public async Task It_answers_no_more_than_permitted()
    {
        using var answer = new MemoryStream();

        (await RefusalAsync<Talkative>(answer: answer)).Should().StartWith("Ce fichier contient trop de choses");

        answer.Length.Should().BeLessThanOrEqualTo(Short.AnswerBytes);
    }

    [Fact]
    public async Task What_its_reader_did_not_expect_is_a_sentence() => (await RefusalAsync<Stumbling>()).Should().StartWith("Ce fichier est abîmé");

    [Fact]
    public async Task A_reader_that_ends_its_process_ends_no_other() => (await RefusalAsync<Quitting>()).Should().StartWith("Ce fichier est abîmé");

    [Fact]
    public async Task What_a_library_says_aloud_is_no_part_of_the_answer()
    {
        var (read, _) = await _files.ReadAsync<Shouting, FaithfulAnswer>("liste", Content, CancellationToken.None);

        read!.Content.Should().HaveLength(Content.Length);
    }

    [Fact]
    public async Task After_any_of_them_the_next_file_is_read()
    {
        await RefusalAsync<Endless>();
        await RefusalAsync<Stumbling>();

        (await FaithfulAsync("suivant", Content)).Content.Should().HaveLength(Content.Length);
    }

    [Fact]
    public async Task Its_process_ends_with_the_request()
    {
        var process = (await FaithfulAsync("un", Content)).Process;
        using var leaving = new CancellationTokenSource();
        var reading = RefusalAsync<Endless>(FileBounds.Usual, cancel: leaving.Token);

        await leaving.CancelAsync();

        await reading.Invoking(async each => await each).Should().ThrowAsync<OperationCanceledException>();
        Process.GetProcesses().Should().NotContain(each => each.Id == process);
    }

    [Fact]
    public async Task It_ends_with_the_host()
    {
        var process = (await FaithfulAsync("un", Content)).Process;

        _files.Dispose();

        Process.GetProcesses().Should().NotContain(each => each.Id == process);
    }

    [Fact]
    public async Task Whoever_comes_while_all_places_are_taken_waits_for_one()
    {
        var readings = Enumerable.Range(0, 8).Select(each => FaithfulAsync($"{each}", Content)).ToList();

        (await Task.WhenAll(readings)).Select(read => read.Name).Should().Equal(Enumerable.Range(0, 8).Select(each => $"{each}"));
    }

    [Fact]
    public async Task A_host_that_can_make_no_process_says_so_and_goes_on()
    {
        using var files = new SentFiles(new ReadingProgram(Path.Combine(Path.GetTempPath(), "no-such-program"), []), TimeProvider.System, NullLogger<SentFiles>.Instance);

        var (_, refusal) = await files.ReadAsync<Faithful, FaithfulAnswer>("liste", Content, CancellationToken.None);

        refusal.Should().StartWith("Ce fichier n’a pas pu être lu");
    }

    private async Task<FaithfulAnswer> FaithfulAsync(string name, byte[] content)
    {
        var (read, refusal) = await _files.ReadAsync<Faithful, FaithfulAnswer>(name, content, CancellationToken.None);
        refusal.Should().BeNull();
        return read!;
    }

    private async Task<string?> RefusalAsync<TReader>(FileBounds? bounds = null, Stream? answer = null, CancellationToken cancel = default)
        where TReader : IFileReader, new()
    {
        using var content = new MemoryStream(Content);
        return await _files.ReadAsync<TReader>("piège", content, answer ?? Stream.Null, bounds ?? Short, cancel);
    }
}
