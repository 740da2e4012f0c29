using Seminar.Contracts.Files;

namespace Seminar;

/// <summary>Reads files here, for tests of what becomes of what was read; how they are read elsewhere has its own.</summary>
internal sealed class InThisProcess : ISentFiles
{
    public Task<string?> ReadAsync<TReader>(string name, Stream content, Stream answer, FileBounds bounds, CancellationToken cancel)
        where TReader : IFileReader, new()
    {
        var bytes = new byte[content.Length - content.Position];
        content.ReadExactly(bytes);
        new TReader().Read(name, bytes, answer);
        return Task.FromResult<string?>(null);
    }
}
