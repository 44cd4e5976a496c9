// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/security/PausableUpgradeable.sol";
import {LockingInfo} from "./LockingInfo.sol";

/// The sequencers, their locks and their rewards. Batch fields are ids of reward batches. Ids run from 1, are never reused, and an
/// exited sequencer stays readable. Pay is per L2 block in the epochs signed; stake only sets the chance of being drawn.
contract LockingPool is OwnableUpgradeable, PausableUpgradeable {
    uint8 internal constant INACTIVE = 1;
    uint8 internal constant ACTIVE = 2;
    uint8 internal constant UNLOCKED = 3;

    struct Sequencer {
        uint256 amount;
        uint256 reward;
        uint256 activationBatch;
        uint256 updatedBatch;
        uint256 deactivationBatch;
        uint256 deactivationTime;
        uint256 unlockClaimTime;
        uint256 nonce;
        address owner;
        address signer;
        bytes pubkey;
        address rewardRecipient;
        uint8 status;
    }

    struct BatchState {
        uint256 id;
        uint256 number;
        uint256 startEpoch;
        uint256 endEpoch;
    }

    mapping(uint256 seqId => Sequencer) public sequencers;
    mapping(address owner => uint256 seqId) public seqOwners;
    /// The maximum of uint256 marks a signer that has retired.
    mapping(address signer => uint256 seqId) public seqSigners;
    mapping(uint8 status => uint256 count) public seqStatuses;
    mapping(address owner => bool) public whitelist;
    BatchState public curBatchState;
    address public escrow;
    address public mpcAddress;
    uint256 public totalSequencers;
    uint256 public rewardPerBlock;
    uint256 public exitDelayPeriod;
    uint256 public signerUpdateThrottle;

    event DistributeReward(
        uint256 indexed batchId, uint256 startEpoch, uint256 endEpoch, uint256 amount, uint256 rpb
    );
    event RewardUpdate(uint256 newReward, uint256 oldReward);
    event SetWhitelist(address user, bool yes);
    event SequencerOwnerChanged(uint256 seqId, address owner);
    event SequencerRewardRecipientChanged(uint256 seqId, address recipient);
    event WithrawDelayTimeChange(uint256 cur, uint256 prev);
    event UpdateMpc(address newMpc);
    event SetSignerUpdateThrottle(uint256 n);

    error NotWhitelisted();
    error NotSequencerOwner();
    error NotActive();
    error NoRewardRecipient();
    error OwnedSequencer();
    error SignerInUse();
    error OutOfLockRange();

    modifier onlySequencerOwner(uint256 seqId) {
        if (sequencers[seqId].owner != msg.sender) revert NotSequencerOwner();
        _;
    }

    function initialize(address escrow_, address mpc) external initializer {
        __Ownable_init();
        __Pausable_init();
        escrow = escrow_;
        mpcAddress = mpc;
        exitDelayPeriod = 21 days;
        signerUpdateThrottle = 1;
        curBatchState = BatchState(1, block.number, 0, 0);
    }

    // Upper case because these names are part of the pool's interface.
    function BLOCK_REWARD() external view returns (uint256) {
        return rewardPerBlock;
    }

    function WITHDRAWAL_DELAY() external view returns (uint256) {
        return exitDelayPeriod;
    }

    function currentBatch() external view returns (uint256) {
        return curBatchState.id;
    }

    function setPause(bool yes) external onlyOwner {
        yes ? _pause() : _unpause();
    }

    function updateBlockReward(uint256 newReward) external onlyOwner {
        emit RewardUpdate(newReward, rewardPerBlock);
        rewardPerBlock = newReward;
    }

    function setWhitelist(address user, bool yes) external onlyOwner {
        whitelist[user] = yes;
        emit SetWhitelist(user, yes);
    }

    function updateWithdrawDelayTimeValue(uint256 time) external onlyOwner {
        emit WithrawDelayTimeChange(time, exitDelayPeriod);
        exitDelayPeriod = time;
    }

    function updateMpc(address newMpc) external onlyOwner {
        mpcAddress = newMpc;
        emit UpdateMpc(newMpc);
    }

    function setSignerUpdateThrottle(uint256 n) external onlyOwner {
        signerUpdateThrottle = n;
        emit SetSignerUpdateThrottle(n);
    }

    function setSequencerOwner(uint256 seqId, address to) external onlySequencerOwner(seqId) {
        if (!whitelist[to]) revert NotWhitelisted();
        if (seqOwners[to] != 0) revert OwnedSequencer();
        delete seqOwners[msg.sender];
        seqOwners[to] = seqId;
        sequencers[seqId].owner = to;
        emit SequencerOwnerChanged(seqId, to);
    }

    function setSequencerRewardRecipient(uint256 seqId, address recipient) external onlySequencerOwner(seqId) {
        sequencers[seqId].rewardRecipient = recipient;
        emit SequencerRewardRecipientChanged(seqId, recipient);
    }

    function updateSigner(uint256 seqId, address signer, bytes calldata pubkey) external onlySequencerOwner(seqId) {
        Sequencer storage seq = sequencers[seqId];
        if (seq.status != ACTIVE) revert NotActive();
        if (signer == address(0) || seqSigners[signer] != 0) revert SignerInUse();
        seqSigners[seq.signer] = type(uint256).max;
        seqSigners[signer] = seqId;
        LockingInfo(escrow).logSignerChange(seqId, ++seq.nonce, seq.signer, signer, pubkey);
        seq.signer = signer;
        seq.pubkey = pubkey;
    }

    function lockFor(address signer, uint256 amount, bytes calldata pubkey) external {
        _lock(signer, address(0), amount, pubkey);
    }

    function lockWithRewardRecipient(address signer, address recipient, uint256 amount, bytes calldata pubkey)
        external
    {
        _lock(signer, recipient, amount, pubkey);
    }

    function relock(uint256 seqId, uint256 amount, bool lockReward)
        external
        onlySequencerOwner(seqId)
        whenNotPaused
    {
        Sequencer storage seq = sequencers[seqId];
        if (seq.status != ACTIVE) revert NotActive();
        uint256 reward = lockReward ? seq.reward : 0;
        if (amount + reward == 0 || seq.amount + amount + reward > _info().maxLock()) revert OutOfLockRange();
        seq.amount += amount + reward;
        seq.reward -= reward;
        _info().relock(msg.sender, seqId, ++seq.nonce, amount, reward, seq.amount);
    }

    /// Paid at once on L1; at most once per reward batch.
    function withdraw(uint256 seqId, uint256 amount) external onlySequencerOwner(seqId) whenNotPaused {
        Sequencer storage seq = sequencers[seqId];
        if (seq.status != ACTIVE) revert NotActive();
        if (seq.amount < amount || seq.amount - amount < _info().minLock()) revert OutOfLockRange();
        require(curBatchState.id > seq.updatedBatch, "LockingPool: withdrawn in this batch");
        seq.updatedBatch = curBatchState.id;
        seq.amount -= amount;
        _info().withdraw(msg.sender, seqId, ++seq.nonce, amount, seq.amount);
    }

    function withdrawRewards(uint256 seqId, uint32 l2Gas)
        external
        payable
        onlySequencerOwner(seqId)
        whenNotPaused
    {
        Sequencer storage seq = sequencers[seqId];
        if (seq.rewardRecipient == address(0)) revert NoRewardRecipient();
        uint256 reward = seq.reward;
        require(reward > 0, "LockingPool: no reward");
        seq.reward = 0;
        _info().claimRewards{value: msg.value}(seqId, seq.rewardRecipient, reward, l2Gas);
    }

    function unlock(uint256 seqId, uint32 l2Gas) external payable onlySequencerOwner(seqId) whenNotPaused {
        _unlock(seqId, l2Gas);
    }

    function forceUnlock(uint256 seqId, uint32 l2Gas) external payable onlyOwner {
        _unlock(seqId, l2Gas);
    }

    /// Rewards may still arrive for blocks produced before the exit: they leave with the principal.
    function unlockClaim(uint256 seqId, uint32 l2Gas) external payable onlySequencerOwner(seqId) whenNotPaused {
        Sequencer storage seq = sequencers[seqId];
        if (seq.status != INACTIVE) revert NotActive();
        if (seq.rewardRecipient == address(0)) revert NoRewardRecipient();
        require(block.timestamp >= seq.unlockClaimTime, "LockingPool: exit delay");
        (uint256 amount, uint256 reward) = (seq.amount, seq.reward);
        (seq.amount, seq.reward) = (0, 0);
        seq.nonce++;
        _setStatus(seq, UNLOCKED);
        seqSigners[seq.signer] = type(uint256).max;
        _info().unlockClaim{value: msg.value}(seq.owner, seqId, amount, seq.rewardRecipient, reward, l2Gas);
    }

    /// Credits blocks times the reward per block to each signer; epochs follow on from the previous batch without a gap.
    function batchSubmitRewards(
        uint256 batchId,
        uint256 startEpoch,
        uint256 endEpoch,
        address[] calldata signers,
        uint256[] calldata finishedBlocks
    ) external whenNotPaused returns (uint256 total) {
        require(msg.sender == mpcAddress, "LockingPool: not the mpc address");
        require(batchId == curBatchState.id + 1, "LockingPool: invalid batch id");
        require(startEpoch == curBatchState.endEpoch + 1 && endEpoch >= startEpoch, "LockingPool: invalid epochs");
        require(signers.length == finishedBlocks.length, "LockingPool: lengths differ");
        for (uint256 i = 0; i < signers.length; i++) {
            uint256 seqId = seqSigners[signers[i]];
            require(seqId != 0 && seqId != type(uint256).max, "LockingPool: unknown signer");
            uint256 reward = finishedBlocks[i] * rewardPerBlock;
            sequencers[seqId].reward += reward;
            total += reward;
        }
        curBatchState = BatchState(batchId, block.number, startEpoch, endEpoch);
        _info().distribute(batchId, total);
        emit DistributeReward(batchId, startEpoch, endEpoch, total, rewardPerBlock);
    }

    function _lock(address signer, address recipient, uint256 amount, bytes calldata pubkey) private whenNotPaused {
        if (!whitelist[msg.sender]) revert NotWhitelisted();
        if (seqOwners[msg.sender] != 0) revert OwnedSequencer();
        if (signer == address(0) || seqSigners[signer] != 0) revert SignerInUse();
        if (amount < _info().minLock() || amount > _info().maxLock()) revert OutOfLockRange();
        uint256 seqId = ++totalSequencers;
        seqOwners[msg.sender] = seqId;
        seqSigners[signer] = seqId;
        Sequencer storage seq = sequencers[seqId];
        seq.amount = amount;
        seq.activationBatch = curBatchState.id;
        seq.updatedBatch = curBatchState.id;
        seq.nonce = 1;
        seq.owner = msg.sender;
        seq.signer = signer;
        seq.pubkey = pubkey;
        seq.rewardRecipient = recipient;
        seq.status = ACTIVE;
        seqStatuses[ACTIVE]++;
        _info().lock(msg.sender, seqId, signer, amount, curBatchState.id, pubkey);
    }

    function _unlock(uint256 seqId, uint32 l2Gas) private {
        Sequencer storage seq = sequencers[seqId];
        if (seq.status != ACTIVE) revert NotActive();
        if (seq.rewardRecipient == address(0)) revert NoRewardRecipient();
        uint256 reward = seq.reward;
        seq.reward = 0;
        seq.deactivationBatch = curBatchState.id;
        seq.deactivationTime = block.timestamp;
        seq.unlockClaimTime = block.timestamp + exitDelayPeriod;
        _setStatus(seq, INACTIVE);
        _info().unlockInit{value: msg.value}(
            seq.signer,
            seqId,
            ++seq.nonce,
            curBatchState.id,
            seq.unlockClaimTime,
            seq.rewardRecipient,
            reward,
            l2Gas
        );
    }

    function _setStatus(Sequencer storage seq, uint8 status) private {
        seqStatuses[seq.status]--;
        seqStatuses[status]++;
        seq.status = status;
    }

    function _info() private view returns (LockingInfo) {
        return LockingInfo(escrow);
    }
}
