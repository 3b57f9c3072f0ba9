using Papergraph.Core;

namespace Papergraph.Export;

/// <summary>Where an export goes: a file, a folder of files, or a stream. A file or folder is written under a temporary name beside its
/// own, made durable, and renamed when all of it is there; disposing without <see cref="Complete"/> leaves what was there before.</summary>
public sealed class ExportTarget : IDisposable
{
    // A folder with this file is an earlier export and may be replaced.
    internal const string FolderMark = "papergraph-export.txt";

    private const int FileBuffer = 1;   // what writes to the files has buffers of its own

    private readonly string? _path, _temporary, _aside;
    private readonly Stream? _stream;
    private readonly bool _overwrite;
    private readonly List<FileStream> _files = [];

    private ExportTarget(string name, bool isFolder, string? path, Stream? stream, bool overwrite)
    {
        (Name, IsFolder, _path, _stream, _overwrite) = (name, isFolder, path, stream, overwrite);
        if (path is null) return;
        string hidden = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path));
        (_temporary, _aside) = (hidden + ".papergraph-tmp", hidden + ".papergraph-old");
    }

    /// <summary>What a message calls it.</summary>
    internal string Name { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>One file. What lies under <c>/dev/</c> is written directly.</summary>
    /// <param name="path">Its path; the folder it lies in must exist. A symbolic link is followed.</param>
    /// <param name="overwrite">Whether it may exist and be replaced.</param>
    /// <exception cref="PapergraphException">It exists and may not be replaced, or is a folder, or cannot be written.</exception>
    public static ExportTarget ToFile(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (path.StartsWith("/dev/", StringComparison.Ordinal))
            {
                FileStream device = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, FileBuffer);
                ExportTarget target = ToStream(device, path);
                target._files.Add(device);
                return target;
            }

            bool isLink = new FileInfo(path).LinkTarget is not null;
            string full = isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
            if (Directory.Exists(full) || (File.Exists(full) && !overwrite)) throw ExportErrors.AlreadyThere(path);
            return new ExportTarget(path, isFolder: false, full, null, overwrite);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.CannotWrite(path, cause);
        }
    }

    /// <summary>A folder. One that exists is used when it is empty, or when it is an earlier export and may be replaced.</summary>
    /// <param name="path">Its path; the folder it lies in must exist.</param>
    /// <param name="overwrite">Whether an earlier export there may be replaced.</param>
    /// <exception cref="PapergraphException">It cannot be used.</exception>
    public static ExportTarget ToFolder(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full)) throw ExportErrors.AlreadyThere(path);
        try
        {
            if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
            {
                bool isExport = File.Exists(Path.Combine(full, FolderMark)) && Directory.GetDirectories(full).Length == 0;
                if (!isExport) throw ExportErrors.NotAnExport(path);
                if (!overwrite) throw ExportErrors.AlreadyThere(path);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.CannotWrite(path, cause);
        }

        return new ExportTarget(path, isFolder: true, full, null, overwrite);
    }

    /// <summary>A stream, which stays open; what it takes before a failure is not taken back.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">What a message calls it.</param>
    public static ExportTarget ToStream(Stream stream, string name = "the output")
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new ExportTarget(name, isFolder: false, null, stream, overwrite: true);
    }

    /// <summary>Begins the one file. The target closes it; nobody else needs to.</summary>
    /// <returns>What to write to, front to back and in large pieces: it has no buffer. <see cref="Complete"/> comes after the last one.
    /// </returns>
    /// <exception cref="InvalidOperationException">The target is a folder, or its file was begun before.</exception>
    /// <exception cref="IOException">The disk refused; writing to the stream may raise it too.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written to.</exception>
    public Stream OpenFile()
    {
        if (IsFolder) throw new InvalidOperationException("The files of a folder have names.");
        if (_stream is not null) return _stream;
        if (_files.Count > 0) throw new InvalidOperationException("The file was begun before.");
        _files.Add(new FileStream(_temporary!, FileMode.Create, FileAccess.Write, FileShare.None, FileBuffer));
        return _files[^1];
    }

    /// <summary>Begins a file of the folder. The target closes it.</summary>
    internal Stream OpenFile(string name)
    {
        if (_files.Count == 0)
        {
            if (Directory.Exists(_temporary)) Directory.Delete(_temporary, recursive: true);   // of a run that was killed
            Directory.CreateDirectory(_temporary!);
        }

        _files.Add(new FileStream(Path.Combine(_temporary!, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileBuffer));
        return _files[^1];
    }

    /// <summary>Makes what was written durable and puts it in place, instead of what was there. To be called once, after all of it was
    /// written; where it fails, what was there before is there still.</summary>
    /// <exception cref="IOException">The disk refused, or nothing was begun.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written to.</exception>
    public void Complete()
    {
        foreach (FileStream file in _files)
        {
            if (_stream is null) file.Flush(flushToDisk: true);
            file.Dispose();
        }

        _files.Clear();
        if (_path is null) return;
        if (IsFolder) ReplaceFolder();
        else File.Move(_temporary!, _path, _overwrite);
    }

    // No system replaces a folder in one step. The earlier export is moved aside and not removed before the new one is in place.
    private void ReplaceFolder()
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(_temporary!, _path!);
        }
        else
        {
            if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
            Directory.Move(_path, _aside!);
            try
            {
                Directory.Move(_temporary!, _path);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                Directory.Move(_aside!, _path);
                throw;
            }
        }

        try
        {
            // Also where the run before was killed between its two moves.
            if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The new export is in place; the next one to this place removes what could not be removed now.
        }
    }

    /// <summary>Closes what is open and removes what was not completed.</summary>
    public void Dispose()
    {
        foreach (FileStream file in _files)
        {
            // A full disk may refuse once more on closing; the file goes anyway.
            try { file.Dispose(); }
            catch (IOException) { }
        }

        _files.Clear();
        if (_temporary is null) return;
        try
        {
            if (IsFolder && Directory.Exists(_temporary)) Directory.Delete(_temporary, recursive: true);
            else if (!IsFolder) File.Delete(_temporary);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is overwritten by the next export to this place.
        }
    }
}
