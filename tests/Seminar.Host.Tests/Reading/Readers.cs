using System.Runtime.CompilerServices;
using System.Text;
using Seminar.Contracts.Files;

namespace Seminar.Host.Tests.Reading;

/// <summary>Answers what it was given, and what it finds around it.</summary>
internal sealed class Faithful : IFileReader<FaithfulAnswer>
{
    public FaithfulAnswer Read(string name, byte[] content) => new(
        name, Encoding.UTF8.GetString(content), Environment.ProcessId, Environment.CurrentDirectory,
        [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()]);
}

internal sealed record FaithfulAnswer(string Name, string Content, int Process, string Folder, IReadOnlyList<string> Environment);

internal sealed class Endless : IFileReader
{
    public void Read(string name, byte[] content, Stream answer)
    {
        while (true)
        {
            content[0]++;
        }
    }
}

internal sealed class Bottomless : IFileReader
{
    public void Read(string name, byte[] content, Stream answer) => answer.WriteByte((byte)Down(0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Down(int depth) => Down(depth + 1) + 1;
}

/// <summary>Takes memory that the runtime counts.</summary>
internal sealed class Hoarding : IFileReader
{
    public void Read(string name, byte[] content, Stream answer)
    {
        var hoard = new List<byte[]>();
        while (true)
        {
            hoard.Add(new byte[1024 * 1024]);
        }
    }
}

/// <summary>Takes memory that the runtime does not count.</summary>
internal sealed class Burying : IFileReader
{
    public unsafe void Read(string name, byte[] content, Stream answer)
    {
        while (true)
        {
            new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(1024 * 1024), 1024 * 1024).Fill(1);
        }
    }
}

internal sealed class Talkative : IFileReader
{
    public void Read(string name, byte[] content, Stream answer)
    {
        while (true)
        {
            answer.Write(content);
        }
    }
}

internal sealed class Stumbling : IFileReader
{
    public void Read(string name, byte[] content, Stream answer) => throw new InvalidOperationException("Prénom Nom");
}

internal sealed class Quitting : IFileReader
{
    public void Read(string name, byte[] content, Stream answer) => Environment.Exit(0);
}

internal sealed class Shouting : IFileReader<FaithfulAnswer>
{
    public FaithfulAnswer Read(string name, byte[] content)
    {
        Console.WriteLine("a library says something");
        return new Faithful().Read(name, content);
    }
}
