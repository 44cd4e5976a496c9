// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";

/// Who produces which L2 blocks. Epochs follow each other without a gap; the committer may be an epoch ahead of the chain, or behind
/// it after a jump in time.
contract SequencerSet is Initializable {
    struct Epoch {
        uint256 number;
        address signer;
        uint256 startBlock;
        uint256 endBlock;
    }

    /// One word: anvil hashes all storage for every block it mines, and of epochs there are very many.
    struct Stored {
        address signer;
        uint48 startBlock;
        uint48 endBlock;
    }

    mapping(uint256 number => Stored) private stored;
    uint256 public currentEpochNumber;
    uint256 public epochLength;
    address public mpcAddress;

    event NewEpoch(uint256 indexed epochId, uint256 startBlock, uint256 endBlock, address signer);
    event ReCommitEpoch(
        uint256 indexed oldEpochId,
        uint256 indexed newEpochId,
        uint256 curEpochId,
        uint256 startBlock,
        uint256 endBlock,
        address newSigner
    );
    event EpochUpdated(uint256 newLength);

    modifier onlyMpc() {
        require(msg.sender == mpcAddress, "SequencerSet: not the mpc address");
        _;
    }

    function initialize(address signer, uint256 firstStart, uint256 firstEnd, uint256 length, address mpc)
        external
        initializer
    {
        mpcAddress = mpc;
        epochLength = length;
        _store(0, signer, firstStart, firstEnd);
        emit NewEpoch(0, firstStart, firstEnd, signer);
    }

    function UpdateEpochLength(uint256 newLength) external onlyMpc {
        require(newLength > 0, "SequencerSet: zero length");
        epochLength = newLength;
        emit EpochUpdated(newLength);
    }

    function commitEpoch(uint256 number, uint256 startBlock, uint256 endBlock, address signer) external onlyMpc {
        require(number == currentEpochNumber + 1, "SequencerSet: invalid epoch");
        require(startBlock == stored[currentEpochNumber].endBlock + 1, "SequencerSet: gap between epochs");
        require(endBlock >= startBlock && signer != address(0), "SequencerSet: invalid range or signer");
        currentEpochNumber = number;
        _store(number, signer, startBlock, endBlock);
        emit NewEpoch(number, startBlock, endBlock, signer);
    }

    /// Replaces a producer that stopped. Either it signs the old epoch, which then ends here, or the old epoch is over and it is named
    /// for the new one without having begun: then the old epoch stays as it was. Epochs after the new one are dropped; the real
    /// contract never has any.
    function recommitEpoch(uint256 oldNumber, uint256 number, uint256 startBlock, uint256 endBlock, address signer)
        external
        onlyMpc
    {
        require(startBlock == block.number, "SequencerSet: invalid start block");
        require(signer != address(0) && endBlock > startBlock, "SequencerSet: invalid range or signer");
        require(number == oldNumber + 1 && oldNumber <= currentEpochNumber, "SequencerSet: invalid epoch");
        Stored storage old = stored[oldNumber];
        if (oldNumber == currentEpochNumber) {
            require(old.startBlock < block.number, "SequencerSet: conflict on end block");
            old.endBlock = uint48(block.number - 1);
        } else {
            require(stored[number].startBlock >= block.number, "SequencerSet: the new epoch is producing");
            if (old.endBlock >= block.number) old.endBlock = uint48(block.number - 1);
        }
        for (uint256 i = number; i <= currentEpochNumber; i++) delete stored[i];
        emit ReCommitEpoch(oldNumber, number, currentEpochNumber, startBlock, endBlock, signer);
        currentEpochNumber = number;
        _store(number, signer, startBlock, endBlock);
    }

    function currentEpoch() external view returns (Epoch memory) {
        return _epoch(currentEpochNumber);
    }

    function epochs(uint256 number)
        external
        view
        returns (uint256 number_, address signer, uint256 startBlock, uint256 endBlock)
    {
        Epoch memory epoch = _epoch(number);
        return (epoch.number, epoch.signer, epoch.startBlock, epoch.endBlock);
    }

    function finalizedEpoch() public view returns (Epoch memory epoch, bool exist) {
        for (uint256 i = currentEpochNumber + 1; i > 0; i--) {
            if (stored[i - 1].endBlock < block.number) return (_epoch(i - 1), true);
        }
    }

    function finalizedBlock() external view returns (uint256) {
        (Epoch memory epoch,) = finalizedEpoch();
        return epoch.endBlock;
    }

    function getEpochByBlock(uint256 number) public view returns (uint256) {
        for (uint256 i = currentEpochNumber + 1; i > 0; i--) {
            if (number > stored[i - 1].endBlock) break;
            if (number >= stored[i - 1].startBlock) return i - 1;
        }
        return type(uint256).max;
    }

    function getMetisSequencer(uint256 number) external view returns (address) {
        uint256 epoch = getEpochByBlock(number);
        return epoch == type(uint256).max ? address(0) : stored[epoch].signer;
    }

    function _store(uint256 number, address signer, uint256 startBlock, uint256 endBlock) private {
        stored[number] = Stored(signer, uint48(startBlock), uint48(endBlock));
    }

    /// All zero for a number that was never committed, as a public mapping would answer.
    function _epoch(uint256 number) private view returns (Epoch memory) {
        Stored memory found = stored[number];
        return Epoch(found.signer == address(0) ? 0 : number, found.signer, found.startBlock, found.endBlock);
    }
}
